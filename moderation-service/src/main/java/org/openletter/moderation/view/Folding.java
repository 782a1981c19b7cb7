package org.openletter.moderation.view;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import org.openletter.platform.text.PlainText;

/// Folds a text: compatibility forms become plain letters, marks and invisible characters go, `s p
/// a c e d` letters come together, look-alikes of other alphabets and digits inside words become
/// the letters they stand for, and long repetitions shrink to two. Folding twice changes nothing
/// more. One pass a step, so the time grows with the length alone.
final class Folding {

  /// One character becomes at most this many: a few ligatures expand to a whole sentence.
  static final int EXPANSION = 4;

  /// This many single letters in a row are a spaced word; fewer may be initials.
  private static final int SPACED = 4;

  private int[] points;
  private int[] origins;
  private int size;

  private Folding(int capacity) {
    points = new int[capacity];
    origins = new int[capacity];
  }

  static Folded fold(String raw) {
    Folding folding = new Folding(raw.length() + 16);
    folding.plain(raw);
    folding.joinSpaced();
    folding.words();
    folding.squeeze();
    return folding.folded();
  }

  private void plain(String raw) {
    int origin = 0;
    for (int i = 0; i < raw.length(); origin++) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (c < 128) {
        add(c < ' ' && c != '\n' ? ' ' : Character.toLowerCase(c), origin);
      } else if (!invisible(c)) {
        expand(c, origin);
      }
    }
  }

  private void expand(int c, int origin) {
    boolean alphabetic =
        switch (UnicodeScript.of(c)) {
          case LATIN, GREEK, CYRILLIC, COMMON, INHERITED -> true;
          default -> false;
        };
    String form =
        alphabetic
            ? PlainText.apart(Character.toString(c))
            : PlainText.compatible(Character.toString(c));
    int added = 0;
    for (int i = 0; i < form.length() && added < EXPANSION - 1; ) {
      int part = form.codePointAt(i);
      i += Character.charCount(part);
      if (!invisible(part)) {
        added += addPlain(part, origin);
      }
    }
  }

  /// Adds one or two characters.
  private int addPlain(int c, int origin) {
    String letters = Special.letters(c);
    if (letters.isEmpty()) {
      add(Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c), origin);
      return 1;
    }
    letters.chars().forEach(letter -> add(letter, origin));
    return letters.length();
  }

  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.ENCLOSING_MARK ->
          true;
      // Accents belong to no script of their own; vowel signs do, and are letters to their readers.
      case Character.NON_SPACING_MARK -> UnicodeScript.of(c) == UnicodeScript.INHERITED;
      default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    };
  }

  /// `v i a g r a`, `v.i.a.g.r.a`, `v-i-a-g-r-a`.
  private void joinSpaced() {
    int out = 0;
    for (int i = 0; i < size; ) {
      int end = spacedEnd(i);
      if (end > i) {
        for (int k = i; k < end; k += 2) {
          out = keep(out, k);
        }
        i = end;
      } else {
        out = keep(out, i++);
      }
    }
    size = out;
  }

  /// The end of a run of single letters that starts here, or the start when there is none.
  private int spacedEnd(int start) {
    if (!Character.isLetter(points[start]) || start > 0 && wordy(points[start - 1])) {
      return start;
    }
    int last = start;
    while (last + 2 < size && separator(points[last + 1]) && Character.isLetter(points[last + 2])) {
      last += 2;
    }
    if (last + 1 < size && wordy(points[last + 1])) {
      last -= 2;
    }
    return (last - start) / 2 + 1 >= SPACED ? last + 1 : start;
  }

  private static boolean separator(int c) {
    return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == '/' || c == '|';
  }

  private static boolean wordy(int c) {
    return Character.isLetterOrDigit(c);
  }

  private void words() {
    for (int i = 0; i < size; ) {
      int end = i;
      boolean latin = false;
      boolean other = false;
      while (end < size && wordy(points[end])) {
        latin |= points[end] >= 'a' && points[end] <= 'z';
        other |= points[end] > 0x24F;
        end++;
      }
      for (int k = i; k < end; k++) {
        if (latin && other) {
          points[k] = Special.lookalike(points[k]);
        }
        if (k > i && k + 1 < end && isLatin(points[k - 1]) && latinSoon(points[k + 1])) {
          points[k] = Special.leet(points[k]);
        }
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean latinSoon(int c) {
    return isLatin(c) || isLatin(Special.lookalike(c));
  }

  private void squeeze() {
    int out = 0;
    for (int i = 0; i < size; i++) {
      boolean third =
          out >= 2
              && !Character.isDigit(points[i])
              && points[i] == points[out - 1]
              && points[i] == points[out - 2];
      if (!third) {
        out = keep(out, i);
      }
    }
    size = out;
  }

  private int keep(int to, int from) {
    points[to] = points[from];
    origins[to] = origins[from];
    return to + 1;
  }

  private void add(int point, int origin) {
    if (size == points.length) {
      points = Arrays.copyOf(points, size * 2);
      origins = Arrays.copyOf(origins, size * 2);
    }
    points[size] = point;
    origins[size++] = origin;
  }

  private Folded folded() {
    StringBuilder text = new StringBuilder(size);
    int[] chars = new int[size * 2];
    for (int i = 0; i < size; i++) {
      chars[text.length()] = origins[i];
      if (Character.charCount(points[i]) == 2) {
        chars[text.length() + 1] = origins[i];
      }
      text.appendCodePoint(points[i]);
    }
    return new Folded(text.toString(), Arrays.copyOf(chars, text.length()));
  }
}
