package org.openletter.moderation.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Cuts a folded text into words. Letters and digits part (`500mg` is two words); apostrophes
/// vanish; percent and currency signs are words.
final class Words {

  private Words() {}

  static List<Word> of(String text) {
    BitSet quoted = Quotes.of(text);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (Character.isDigit(c)) {
        end = digitsEnd(text, i);
        words.add(new Word(text.substring(i, end), i, end, quoted.get(i)));
      } else if (letter(c)) {
        end = lettersEnd(text, i);
        words.add(new Word(text.substring(i, end).replace("'", ""), i, end, quoted.get(i)));
      } else if (c == '%' || Character.getType(c) == Character.CURRENCY_SYMBOL) {
        words.add(new Word(c == '%' ? "%" : "$", i, end, quoted.get(i)));
      }
      i = end;
    }
    return List.copyOf(words);
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    // Digits outside the basic plane come one at a time.
    return Math.max(end, start + Character.charCount(text.codePointAt(start)));
  }

  private static int lettersEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      int next = end + Character.charCount(c);
      boolean apostrophe = c == '\'' && next < text.length() && letter(text.codePointAt(next));
      if (!letter(c) && !apostrophe) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static boolean letter(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
