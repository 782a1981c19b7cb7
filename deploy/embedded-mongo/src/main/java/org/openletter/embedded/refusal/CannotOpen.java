package org.openletter.embedded.refusal;

/// The data folder cannot be used; the message is one sentence for the person who started it.
public final class CannotOpen extends RuntimeException {

  /// With the sentence alone.
  public CannotOpen(String sentence) {
    super(sentence);
  }

  /// With the sentence and what was behind it.
  public CannotOpen(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
