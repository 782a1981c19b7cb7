package org.openletter.platform.text;

import java.text.Normalizer;

/// Cleans what people type before anything else looks at it.
public final class PlainText {

  private PlainText() {}

  /// Composes accents (NFC), makes line ends `\n`, drops controls other than line end and tab, lone
  /// surrogates and non-characters, and strips white space around the whole. Words are never
  /// changed.
  public static String clean(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().filter(PlainText::belongs).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
  }

  /// Cleans something that stands on one line: a title, a name. Line ends and tabs become spaces,
  /// and marks that turn the direction of the line around are dropped, so that a name cannot
  /// rewrite its neighbourhood.
  public static String cleanLine(String typed) {
    String clean = clean(typed);
    StringBuilder line = new StringBuilder(clean.length());
    clean
        .codePoints()
        .filter(c -> !turnsDirection(c))
        .map(c -> c == '\n' || c == '\t' ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /// Whether nothing can be seen in it: only spaces, format characters and the like.
  public static boolean blank(String text) {
    return text.codePoints().noneMatch(PlainText::visible);
  }

  /// Length in Unicode code points, the unit of every limit on text.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED ->
          false;
      // The Hangul fillers and the braille blank are letters by name and nothing to the eye.
      default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
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
