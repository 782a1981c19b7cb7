package org.openletter.moderation.signal;

/// Why a response is held: a stable word. The gateway has the words that people read.
public enum Code {
  ADVERTISING("advertising"),
  REPEATED("repeated"),
  RANDOM_LETTERS("random-letters"),
  PERSONAL_DATA("personal-data"),
  OFF_TOPIC("off-topic"),
  FIRST_COMMENT("first-comment");

  private final String word;

  Code(String word) {
    this.word = word;
  }

  /// The stable word.
  public String word() {
    return word;
  }
}
