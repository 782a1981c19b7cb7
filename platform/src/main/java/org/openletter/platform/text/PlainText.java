package org.openletter.platform.text;

import java.text.Normalizer;

/// Cleans what people type before anything else looks at it. The work grows with the length alone:
/// composing accents sorts the marks of one letter by insertion, so what comes in is capped first,
/// and nothing else of the platform may call the normalizer (an architecture rule checks it).
public final class PlainText {

  /// Combining marks on one letter. Pointed Hebrew has five, the tallest Tibetan stack eight; more
  /// only cover the lines above and below.
  static final int MOST_MARKS = 10;

  private PlainText() {}

  /// Composes accents (NFC), makes line ends `\n`, drops controls other than line end and tab, lone
  /// surrogates, non-characters, marks that turn the direction around and marks beyond ten on one
  /// letter, and strips white space around the whole. Words are never changed.
  public static String clean(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().filter(c -> belongs(c) && !turnsDirection(c)).forEach(kept::appendCodePoint);
    return composed(kept).strip();
  }

  /// Cleans something that stands on one line: a title, a name. Line ends and tabs become spaces.
  public static String cleanLine(String typed) {
    return clean(typed).replace('\n', ' ').replace('\t', ' ').strip();
  }

  /// Composes accents (NFC) and changes nothing else but what is beyond ten marks on one letter.
  public static String composed(CharSequence text) {
    return Normalizer.normalize(capped(text), Normalizer.Form.NFC);
  }

  /// Takes letters apart into base letters and marks, and compatibility forms into what they stand
  /// for (NFKD).
  public static String apart(CharSequence text) {
    return Normalizer.normalize(capped(text), Normalizer.Form.NFKD);
  }

  /// Makes compatibility forms what they stand for and composes accents (NFKC).
  public static String compatible(CharSequence text) {
    return Normalizer.normalize(capped(text), Normalizer.Form.NFKC);
  }

  /// Whether nothing can be seen in it: only spaces, format characters, marks without a letter and
  /// the like.
  public static boolean blank(String text) {
    return text.codePoints().noneMatch(PlainText::visible);
  }

  /// Whether it holds a mark that overrides, embeds or isolates a direction, so that a line could
  /// read as another one.
  public static boolean turns(String text) {
    return text.codePoints().anyMatch(PlainText::turnsDirection);
  }

  /// Length in Unicode code points, the unit of every limit on text.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// What may be shown of a text that was not cleaned when it came in, or in which an entity of
  /// Markdown can stand for anything.
  static String shown(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> belongs(c) && !turnsDirection(c)).forEach(kept::appendCodePoint);
    return capped(kept);
  }

  /// What the normalizer gets to see. Characters that cannot be seen do not begin a new letter.
  static String capped(CharSequence text) {
    StringBuilder kept = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = Character.codePointAt(text, i);
      if (mark(c)) {
        marks++;
      } else if (Character.getType(c) != Character.FORMAT) {
        marks = 0;
      }
      if (marks <= MOST_MARKS || !mark(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED ->
          false;
      // The Hangul fillers, the braille blank, the null note and the stand-in for an object are
      // letters or signs by name and nothing to the eye.
      default ->
          c != 0x115F
              && c != 0x1160
              && c != 0x3164
              && c != 0xFFA0
              && c != 0x2800
              && c != 0x1D159
              && c != 0xFFFC;
    };
  }

  // Two halfwidth signs are letters by name and become marks when they are taken apart.
  private static boolean mark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> c == 0xFF9E || c == 0xFF9F;
    };
  }

  private static boolean belongs(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    return !nonCharacter
        && Character.getType(c) != Character.CONTROL
        && Character.getType(c) != Character.SURROGATE;
  }

  private static boolean turnsDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
