package org.openletter.gateway.desk.queue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openletter.gateway.neighbour.comments.Reason;

/// A text cut into pieces, some of them marked.
public record Passage(List<Piece> pieces) {

  /// A part of the text.
  public record Piece(String text, boolean marked) {}

  /// Cuts a text at its spans. Spans may overlap, and what lies outside the text is ignored: they
  /// come from another service.
  static Passage of(String text, List<Reason.Span> spans) {
    int[] points = text.codePoints().toArray();
    var marks = new BitSet(points.length);
    for (var span : spans) {
      int start = Math.clamp(span.start(), 0, points.length);
      marks.set(start, Math.clamp(span.end(), start, points.length));
    }
    return cut(points, marks);
  }

  /// The beginning of it, at most `most` code points, with an ellipsis where it was cut.
  Passage first(int most) {
    var kept = new ArrayList<Piece>();
    int left = most;
    for (var piece : pieces) {
      int length = piece.text().codePointCount(0, piece.text().length());
      if (length > left) {
        String part = piece.text().substring(0, piece.text().offsetByCodePoints(0, left));
        kept.add(new Piece(part + "…", piece.marked()));
        return new Passage(List.copyOf(kept));
      }
      kept.add(piece);
      left -= length;
    }
    return this;
  }

  private static Passage cut(int[] points, BitSet marks) {
    var pieces = new ArrayList<Piece>();
    for (int from = 0; from < points.length; ) {
      boolean marked = marks.get(from);
      int end = marked ? marks.nextClearBit(from) : marks.nextSetBit(from);
      int to = end < 0 ? points.length : Math.min(end, points.length);
      pieces.add(new Piece(new String(points, from, to - from), marked));
      from = to;
    }
    return new Passage(List.copyOf(pieces));
  }
}
