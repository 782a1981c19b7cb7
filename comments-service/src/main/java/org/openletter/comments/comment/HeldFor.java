package org.openletter.comments.comment;

import java.util.Optional;
import org.openletter.comments.screening.Verdict;

/// Why a comment waits. The gateway has the words that people read.
public enum HeldFor {
  SCREENING_PENDING("screening-pending"),
  HOLD_ALL("hold-all"),
  FIRST_COMMENT("first-comment"),
  JUNK("junk"),
  PERSONAL_DATA("personal-data"),
  HARASSMENT("harassment"),
  OFF_TOPIC("off-topic"),
  RULE("rule"),
  REPORTED("reported"),
  ASKED("asked"),
  BY_MODERATOR("by-moderator");

  private final String word;

  HeldFor(String word) {
    this.word = word;
  }

  /// The stable word of the API and the database.
  public String word() {
    return word;
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
