package org.openletter.posts.letter;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import org.openletter.platform.text.PlainText;

/// Makes the readable part of a letter's address. It identifies nothing; the id does.
public final class Slug {

  private static final int LONGEST = 80;

  /// Letters that do not fall apart into a base letter and an accent.
  private static final Map<String, String> SPELLED =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i");

  private Slug() {}

  /// 1 to 80 characters of a-z, 0-9 and single hyphens, cut between words; `letter` when the title
  /// has nothing to spell. What is not written in Latin letters is spelled in them.
  public static String of(String title) {
    String text = title.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : SPELLED.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    String latin = isLatin(text) ? text : Spelling.LATIN.transliterate(text);
    String words =
        PlainText.apart(latin)
            .replaceAll("[\\p{M}\\p{Lm}'’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = words.length() <= LONGEST ? words : cut(words);
    return slug.isEmpty() ? "letter" : slug;
  }

  // Titles in Latin letters keep the slug that they always had, and never wait for ICU's rules.
  private static boolean isLatin(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private static String cut(String words) {
    int hyphen = words.lastIndexOf('-', LONGEST);
    return words.substring(0, hyphen > LONGEST / 2 ? hyphen : LONGEST).replaceAll("-$", "");
  }

  /// Made when the first title needs it: reading the rules takes a moment.
  private static final class Spelling {

    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }
}
