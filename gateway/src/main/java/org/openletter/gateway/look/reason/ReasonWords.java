package org.openletter.gateway.look.reason;

import org.jspecify.annotations.Nullable;

/// The words for the codes of reasons. A code that is not known here has none: it comes from a
/// newer service, and whoever shows it says what holds for every reason.
public final class ReasonWords {

  private ReasonWords() {}

  /// Why a response waits and what happens next, for its author; null for an unknown code. It
  /// stands after "Waiting for Rosa."
  public static @Nullable String waiting(String code) {
    return switch (code) {
      case "screening-pending" ->
          "The service that checks responses does not answer right now. Your words are kept; they"
              + " are checked as soon as it is back.";
      case "hold-all" -> "Every response on this letter is read by its writer before it appears.";
      case "first-comment" ->
          "First responses on this letter are read by its writer before they appear.";
      case "junk" ->
          "It looks like advertising or like a text that was sent before. The writer of this letter"
              + " reads it before it appears.";
      case "personal-data" ->
          "It seems to hold personal data, such as a telephone number or an address. It is read"
              + " before it appears, so that nobody is exposed.";
      case "harassment" ->
          "It may hurt somebody. The writer of this letter reads it before it appears.";
      case "off-topic" ->
          "It seems to be about something else. The writer of this letter reads it before it"
              + " appears.";
      case "rule" -> "It is being looked at because of the house rules.";
      case "reported" -> "Somebody reported it. It is being looked at.";
      case "asked" -> "You were asked a question about it. Your answer comes first.";
      case "by-moderator" -> "A person held it. It is read again before it appears.";
      default -> null;
    };
  }

  /// Why a response was removed, in a word or two, also for strangers; null for an unknown code.
  public static @Nullable String removal(String code) {
    return switch (code) {
      case "advertising" -> "advertising";
      case "repeated" -> "repeated text";
      case "junk" -> "junk";
      case "personal-data" -> "personal data";
      case "harassment" -> "harassment";
      case "off-topic" -> "off topic";
      case "rule" -> "against the house rules";
      case "other" -> "another reason";
      default -> null;
    };
  }
}
