package org.openletter.moderation.view;

/// A passage of the original text, in Unicode code points: from `start` up to, not including,
/// `end`.
public record Span(int start, int end) {

  /// Checks the order.
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A span goes forward: " + start + " to " + end);
    }
  }

  /// Whether both share a code point.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
