package org.openletter.moderation.importing;

import java.util.List;

/// Names a cluster in plain words, from the reasons of its responses.
final class ClusterName {

  private ClusterName() {}

  static String of(List<ImportItem> items) {
    ImportItem first = items.getFirst();
    if (any(items, "random-letters")) {
      long names =
          items.stream().filter(item -> item.fact("random-letters", "name").equals("true")).count();
      return names * 2 >= items.size() ? "Random letters in name and text" : "Random letters";
    }
    if (any(items, "advertising")) {
      return advertising(first);
    }
    if (any(items, "off-topic")) {
      return "Somebody looking for "
          + first.fact("off-topic", "about")
          + (any(items, "personal-data") ? ", with " + personal(items) : "");
    }
    if (any(items, "personal-data")) {
      String what = personal(items);
      return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
    return any(items, "repeated") ? "The same text again" : "Not checked yet";
  }

  private static String advertising(ImportItem item) {
    boolean links = !item.fact("advertising", "links").equals("0");
    String what = links ? "links" : "offers";
    return switch (item.fact("advertising", "about")) {
      case "pharmacy" -> "Pharmacy " + what;
      case "money" -> "Money " + what;
      case "betting" -> "Betting " + what;
      case "meeting" -> "Dating " + what;
      case "prize" -> "Prize " + what;
      case "services" -> "Service " + what;
      case "promotion" -> "Somebody's own page";
      case "praise" -> "Praise that fits every page";
      default -> links ? "Advertising links" : "Advertising";
    };
  }

  private static String personal(List<ImportItem> items) {
    String kind =
        items.stream()
            .flatMap(item -> item.verdict().reasons().stream())
            .filter(reason -> reason.code().equals("personal-data"))
            .map(reason -> reason.parameters().get("kinds"))
            .map(kinds -> kinds instanceof List<?> list ? String.valueOf(list.getFirst()) : "")
            .findFirst()
            .orElse("");
    return switch (kind) {
      case "telephone-number" -> "a telephone number";
      case "e-mail-address" -> "an e-mail address";
      case "bank-details" -> "bank details";
      case "identity-number" -> "an identity number";
      case "home-address" -> "a home address";
      case "legal-name" -> "a legal name";
      default -> "personal data";
    };
  }

  private static boolean any(List<ImportItem> items, String code) {
    return items.stream().anyMatch(item -> item.hasReason(code));
  }
}
