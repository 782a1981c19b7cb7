package org.openletter.embedded.store;

/// The data folder cannot be used; the message is one sentence for the person who started it.
public final class CannotOpen extends RuntimeException {

  /// With the sentence and what was behind it.
  public CannotOpen(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
