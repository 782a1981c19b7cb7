package org.openletter.gateway.look.reason;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words for responses that belong together. What was stored with words of its own has them in
/// the parameter `label`, which is shown as it is.
public final class ClusterWords {

  private ClusterWords() {}

  /// What the responses are; of a code that is not known here, no more than that they are alike.
  public static String name(String code, @Nullable Map<String, Object> parameters) {
    Facts facts = new Facts(parameters);
    String stored = facts.text("label");
    return stored == null ? name(code, facts) : stored;
  }

  private static String name(String code, Facts facts) {
    return switch (code) {
      case "random-letters" ->
          facts.is("name") ? "Random letters in name and text" : "Random letters";
      case "advertising" -> advertising(facts);
      case "off-topic" ->
          "Somebody looking for "
              + (facts.says("about", "help") ? "help" : "work")
              + (facts.texts("kinds").isEmpty() ? "" : ", with " + personal(facts));
      case "personal-data" -> {
        String what = personal(facts);
        yield Character.toUpperCase(what.charAt(0)) + what.substring(1);
      }
      case "repeated" -> "The same text again";
      case "screening-pending" -> "Not checked yet";
      default -> "Responses that look alike";
    };
  }

  private static String advertising(Facts facts) {
    boolean links = facts.is("links");
    String about = facts.text("about");
    String what = links ? "links" : "offers";
    return switch (about == null ? "" : about) {
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

  private static String personal(Facts facts) {
    return switch (facts.texts("kinds").stream().findFirst().orElse("")) {
      case "telephone-number" -> "a telephone number";
      case "e-mail-address" -> "an e-mail address";
      case "bank-details" -> "bank details";
      case "identity-number" -> "an identity number";
      case "home-address" -> "a home address";
      case "legal-name" -> "a legal name";
      default -> "personal data";
    };
  }

  /// What shows that they belong together; null for an unknown code.
  public static @Nullable String bond(String code, @Nullable Map<String, Object> parameters) {
    Facts facts = new Facts(parameters);
    String stored = facts.text("label");
    if (stored != null) {
      return stored;
    }
    return switch (code) {
      case "same-text" -> {
        int times = facts.number("times");
        yield times == 2 ? "same text twice" : "same text " + times + " times";
      }
      case "accounts" -> facts.number("names") + " accounts";
      default -> null;
    };
  }
}
