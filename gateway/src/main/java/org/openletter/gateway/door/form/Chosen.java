package org.openletter.gateway.door.form;

import java.util.Locale;
import java.util.Map;

/// What somebody chose in a form, in the words that stood there: the form sends a code.
final class Chosen {

  private static final Map<String, Map<String, String>> WORDS =
      Map.of(
          "mode",
          Map.of(
              "open", "Open",
              "hold-first-timers", "Hold first responses",
              "hold-all", "Hold all",
              "closed", "Closed"),
          "act",
          Map.of("publish", "Publish", "spam", "Spam", "remove", "Remove"),
          "reason",
          Map.of(
              "advertising", "It advertises something",
              "harassment", "It attacks or threatens somebody",
              "personal-data", "It shows somebody’s private data",
              "off-topic", "It is not about this letter",
              "rule", "It breaks a house rule of this letter",
              "other", "Another reason, in my own words"),
          "role",
          Map.of("member", "member", "moderator", "moderator", "admin", "admin"),
          "approved",
          Map.of("true", "Yes", "false", "No"),
          "off",
          Map.of("true", "Yes", "false", "No"));

  private Chosen() {}

  /// The words of this choice; empty for a code that no form of ours has.
  static String inWords(String field, String code) {
    return field.equals("language")
        ? Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH)
        : WORDS.getOrDefault(field, Map.of()).getOrDefault(code, "");
  }
}
