package org.openletter.comments.comment;

import java.util.Optional;
import org.openletter.comments.screening.Verdict;

/// Why a comment waits. The sentence says to its author what happens next; it stands after "Waiting
/// for Rosa."
public enum HeldFor {
  SCREENING_PENDING(
      "screening-pending",
      "not checked yet",
      "The service that checks responses does not answer right now. Your words are kept; they are"
          + " checked as soon as it is back."),
  HOLD_ALL(
      "hold-all",
      "all are read first",
      "Every response on this letter is read by its writer before it appears."),
  FIRST_COMMENT(
      "first-comment",
      "first response",
      "First responses on this letter are read by its writer before they appear."),
  JUNK(
      "junk",
      "looks like junk",
      "It looks like advertising or like a text that was sent before. The writer of this letter"
          + " reads it before it appears."),
  PERSONAL_DATA(
      "personal-data",
      "personal data",
      "It seems to hold personal data, such as a telephone number or an address. It is read before"
          + " it appears, so that nobody is exposed."),
  HARASSMENT(
      "harassment",
      "harsh words",
      "It may hurt somebody. The writer of this letter reads it before it appears."),
  OFF_TOPIC(
      "off-topic",
      "off topic",
      "It seems to be about something else. The writer of this letter reads it before it appears."),
  RULE("rule", "house rules", "It is being looked at because of the house rules."),
  REPORTED("reported", "reported", "Somebody reported it. It is being looked at."),
  ASKED(
      "asked", "asked to explain", "You were asked a question about it. Your answer comes first."),
  BY_MODERATOR(
      "by-moderator", "held by a person", "A person held it. It is read again before it appears.");

  private final String word;
  private final String label;
  private final String sentence;

  HeldFor(String word, String label, String sentence) {
    this.word = word;
    this.label = label;
    this.sentence = sentence;
  }

  /// The stable word of the API and the database.
  public String word() {
    return word;
  }

  /// For a chip.
  public String label() {
    return label;
  }

  /// For its author.
  public String sentence() {
    return sentence;
  }

  /// The reason of this word, empty when there is none.
  public static Optional<HeldFor> of(String word) {
    for (HeldFor reason : values()) {
      if (reason.word.equals(word)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /// The strongest reason of a verdict that says hold, `RULE` when it names none that is known
  /// here. Being the first response is the weakest: whatever else there is goes before it.
  static HeldFor of(Verdict verdict) {
    Optional<HeldFor> named =
        verdict.heldAs() == null ? Optional.empty() : ofCode(verdict.heldAs());
    if (named.isPresent() && named.get() != FIRST_COMMENT) {
      return named.get();
    }
    return verdict.reasons().stream()
        .flatMap(reason -> ofCode(reason.code()).stream())
        .filter(reason -> reason != FIRST_COMMENT)
        .findFirst()
        .or(() -> named)
        .orElse(verdict.reasons().isEmpty() ? RULE : onlyFirst(verdict));
  }

  private static HeldFor onlyFirst(Verdict verdict) {
    return verdict.reasons().stream().allMatch(r -> r.code().equals(FIRST_COMMENT.word))
        ? FIRST_COMMENT
        : RULE;
  }

  private static Optional<HeldFor> ofCode(String code) {
    return switch (code) {
      case "advertising", "repeated", "random-letters" -> Optional.of(JUNK);
      default -> of(code);
    };
  }
}
