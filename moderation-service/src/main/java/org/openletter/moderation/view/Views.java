package org.openletter.moderation.view;

import java.util.List;

/// One text, looked at in every way that signals need.
///
/// @param raw the text as it was written
/// @param folded without tricks of spelling
/// @param words the words of the folded text, in order
/// @param hidden how many invisible characters stood between letters: evidence that something was
///   to be hidden from a machine
public record Views(String raw, Folded folded, List<Word> words, int hidden) {

  /// Looks at a text. Takes time in proportion to its length.
  public static Views of(String raw) {
    Folded folded = Folding.fold(raw);
    return new Views(raw, folded, Words.of(folded.text()), hidden(raw));
  }

  /// The passage of the original from the first to the last of these words.
  public Span span(Word first, Word last) {
    return folded.span(first.start(), last.end());
  }

  private static int hidden(String raw) {
    int hidden = 0;
    for (int i = 1; i + 1 < raw.length(); i++) {
      char c = raw.charAt(i);
      // The joiners 200C and 200D belong to Persian, Indic scripts and emoji, so they need Latin
      // neighbours to count.
      boolean format = c == 0xAD || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF;
      if (format && latin(raw.charAt(i - 1)) && latin(raw.charAt(i + 1))) {
        hidden++;
      }
    }
    return hidden;
  }

  private static boolean latin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }
}
