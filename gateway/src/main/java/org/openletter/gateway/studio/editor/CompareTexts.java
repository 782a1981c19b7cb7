package org.openletter.gateway.studio.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Compares two texts: line by line, and within lines that changed word by word.
final class CompareTexts {

  /// Comparing takes as many steps as there are pieces times pieces that differ. What has more is
  /// shown as a whole: taken out here, put in there.
  static final int MOST = 1_500;

  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}'’_-]+|\\s+|.", Pattern.DOTALL);

  private CompareTexts() {}

  /// The pieces of both texts in their order; those of one kind never follow each other.
  static List<Piece> compare(String before, String after) {
    var all = new ArrayList<Piece>();
    pieces(split(LINE, before), split(LINE, after), all, true);
    return joined(all);
  }

  private static void pieces(
      List<String> before, List<String> after, List<Piece> all, boolean lines) {
    int shortest = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shortest && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shortest - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    add(all, Piece.Kind.SAME, before.subList(0, start));
    between(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        all,
        lines);
    add(all, Piece.Kind.SAME, before.subList(before.size() - end, before.size()));
  }

  private static void between(
      List<String> before, List<String> after, List<Piece> all, boolean lines) {
    if (before.size() + after.size() > MOST) {
      add(all, Piece.Kind.GONE, before);
      add(all, Piece.Kind.NEW, after);
      return;
    }
    int at = 0;
    var gone = new ArrayList<String>();
    var fresh = new ArrayList<String>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int position = delta.getSource().getPosition();
      // What was taken out and what was put in at the same place come one after the other.
      if (position > at) {
        changed(gone, fresh, all, lines);
        add(all, Piece.Kind.SAME, before.subList(at, position));
      }
      gone.addAll(delta.getSource().getLines());
      fresh.addAll(delta.getTarget().getLines());
      at = position + delta.getSource().size();
    }
    changed(gone, fresh, all, lines);
    add(all, Piece.Kind.SAME, before.subList(at, before.size()));
  }

  private static void changed(
      List<String> before, List<String> after, List<Piece> all, boolean lines) {
    if (lines && !before.isEmpty() && !after.isEmpty()) {
      pieces(split(WORD, String.join("", before)), split(WORD, String.join("", after)), all, false);
    } else {
      add(all, Piece.Kind.GONE, before);
      add(all, Piece.Kind.NEW, after);
    }
    before.clear();
    after.clear();
  }

  private static List<String> split(Pattern piece, String text) {
    return piece.matcher(text).results().map(match -> match.group()).toList();
  }

  private static void add(List<Piece> all, Piece.Kind kind, List<String> texts) {
    if (!texts.isEmpty()) {
      all.add(new Piece(kind, String.join("", texts)));
    }
  }

  private static List<Piece> joined(List<Piece> pieces) {
    var joined = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (!joined.isEmpty() && joined.getLast().kind() == piece.kind()) {
        joined.add(new Piece(piece.kind(), joined.removeLast().text() + piece.text()));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }
}
