package org.openletter.moderation.letters;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.openletter.moderation.view.Span;
import org.openletter.platform.text.PlainText;

/// The words of a text as the letter model reads them: Latin letters without accents, no addresses,
/// handles or tags.
///
/// @param longWords words of at least five letters that are no acronyms
/// @param letters how many letters the text has in all
/// @param longLetters how many of them stand in long words
/// @param caseChanges changes between small and capital letters inside long words, less the two
///   that a brand name may have
record LetterWords(List<LetterWord> longWords, int letters, int longLetters, int caseChanges) {

  private static final int LONG = 5;
  private static final int ACRONYM = 8;

  static LetterWords of(String text) {
    Reader reader = new Reader();
    int offset = 0;
    for (int i = 0; i < text.length(); offset++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      reader.next(c, offset);
    }
    reader.space(offset);
    return reader.words();
  }

  /// Whether most of it is long words: short words cannot be judged, and a text that has many of
  /// them is written in some language.
  boolean mostlyLong() {
    return letters > 0 && longLetters >= 0.7 * letters;
  }

  /// @param letters in lower case, a to z
  /// @param span where it stands
  record LetterWord(String letters, Span span) {}

  private static final class Reader {

    private final List<LetterWord> longWords = new ArrayList<>();
    private final List<LetterWord> pending = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int total;
    private int longTotal;
    private int changes;
    private int pendingTotal;
    private int pendingChanges;
    private int start;
    private int capitals;
    private int wordChanges;
    private boolean lastCapital;
    private boolean address;

    void next(int c, int offset) {
      if (Character.isWhitespace(c)) {
        space(offset);
      } else if (Character.isLetter(c)) {
        letter(c, offset);
      } else if (c == '@'
          || c == '#'
          || c == '/'
          || c == '\\'
          || c == '='
          || Character.isDigit(c)) {
        // Part of an address, a tag, a file name, a code: no words, whatever comes until the space.
        address = true;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && Character.getType(c) != Character.FORMAT) {
        finish(offset);
      }
    }

    private void letter(int c, int offset) {
      pendingTotal++;
      int plain = plain(c);
      if (plain == 0) {
        // Another script: counted as readable, never judged.
        finish(offset);
        return;
      }
      if (word.isEmpty()) {
        start = offset;
      }
      boolean capital = Character.isUpperCase(c);
      if (capital) {
        capitals++;
      }
      // The change after a capital at the beginning is ordinary spelling.
      if (word.length() > 1 && capital != lastCapital
          || word.length() == 1 && capital && !lastCapital) {
        wordChanges++;
      }
      lastCapital = capital;
      int size = word.length();
      if (size < 2 || word.charAt(size - 1) != plain || word.charAt(size - 2) != plain) {
        word.append((char) plain);
      }
    }

    private static int plain(int c) {
      if (c < 128) {
        return Character.toLowerCase(c);
      }
      if (UnicodeScript.of(c) != UnicodeScript.LATIN) {
        return 0;
      }
      int folded =
          switch (Character.toLowerCase(c)) {
            case 'ł' -> 'l';
            case 'ø', 'œ' -> 'o';
            case 'đ', 'ð', 'ɗ' -> 'd';
            case 'þ' -> 't';
            case 'ß' -> 's';
            case 'æ' -> 'a';
            case 'ı' -> 'i';
            case 'ə', 'ɛ' -> 'e';
            case 'ɔ' -> 'o';
            case 'ŋ' -> 'n';
            case 'ħ' -> 'h';
            default -> Character.toLowerCase(PlainText.apart(Character.toString(c)).codePointAt(0));
          };
      return folded >= 'a' && folded <= 'z' ? folded : 0;
    }

    /// Ends a run without spaces; an address in it makes all of it no words.
    void space(int offset) {
      finish(offset);
      if (!address) {
        total += pendingTotal;
        changes += pendingChanges;
        longWords.addAll(pending);
        pending.forEach(longWord -> longTotal += longWord.letters().length());
      }
      pending.clear();
      pendingTotal = 0;
      pendingChanges = 0;
      address = false;
    }

    private void finish(int end) {
      boolean acronym = capitals == word.length() && word.length() <= ACRONYM;
      if (word.length() >= LONG && !acronym) {
        pending.add(new LetterWord(word.toString(), new Span(start, end)));
        pendingChanges += Math.max(0, wordChanges - 2);
      }
      word.setLength(0);
      capitals = 0;
      wordChanges = 0;
    }

    LetterWords words() {
      return new LetterWords(List.copyOf(longWords), total, longTotal, changes);
    }
  }
}
