package org.openletter.moderation.signal;

/// Why a response is held: a stable word for programs and a short label for chips.
public enum Code {
  ADVERTISING("advertising", "advertising"),
  REPEATED("repeated", "same text again"),
  RANDOM_LETTERS("random-letters", "random letters"),
  PERSONAL_DATA("personal-data", "personal data"),
  OFF_TOPIC("off-topic", "off topic"),
  FIRST_COMMENT("first-comment", "first response");

  private final String word;
  private final String label;

  Code(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /// The stable word.
  public String word() {
    return word;
  }

  /// The label when a finding has no closer one.
  public String label() {
    return label;
  }
}
