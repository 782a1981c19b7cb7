package org.openletter.moderation.view;

import java.util.BitSet;

/// Finds quotations: what stands between quotation marks in one paragraph, and lines that begin
/// with `>`.
final class Quotes {

  private Quotes() {}

  /// One bit for each char of the text.
  static BitSet of(String text) {
    BitSet quoted = new BitSet(text.length());
    int line = 0;
    while (line <= text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      markLine(text, line, end, quoted);
      line = end + 1;
    }
    return quoted;
  }

  private static void markLine(String text, int start, int end, BitSet quoted) {
    int first = start;
    while (first < end && text.charAt(first) == ' ') {
      first++;
    }
    if (first < end && text.charAt(first) == '>') {
      quoted.set(first, end);
      return;
    }
    int open = -1;
    for (int i = first; i < end; i++) {
      char c = text.charAt(i);
      if (open >= 0 && closes(text.charAt(open), c)) {
        quoted.set(open, i + 1);
        open = -1;
      } else if (open < 0 && opens(c)) {
        open = i;
      }
    }
  }

  private static boolean opens(char c) {
    return c == '"' || c == '“' || c == '„' || c == '«' || c == '»' || c == '‹' || c == '「';
  }

  private static boolean closes(char opening, char c) {
    return switch (opening) {
      case '"' -> c == '"';
      case '“', '„' -> c == '”' || c == '“';
      case '«' -> c == '»';
      case '»' -> c == '«';
      case '‹' -> c == '›';
      default -> c == '」';
    };
  }
}
