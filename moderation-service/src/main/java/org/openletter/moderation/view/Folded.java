package org.openletter.moderation.view;

/// A text without tricks of spelling, in lower case, that knows for each of its characters where in
/// the original it came from. Only for matching, never shown.
public final class Folded {

  private final String text;
  private final int[] origins;

  /// `origins` has, for each char of `text`, the offset of the original code point.
  Folded(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /// The folded text.
  public String text() {
    return text;
  }

  /// The passage of the original that the folded chars from `start` up to `end` came from.
  public Span span(int start, int end) {
    if (start >= end) {
      throw new IllegalArgumentException("An empty passage comes from nowhere.");
    }
    return new Span(origins[start], origins[end - 1] + 1);
  }
}
