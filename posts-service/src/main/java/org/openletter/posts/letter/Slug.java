package org.openletter.posts.letter;

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
  /// has nothing to spell in ASCII.
  public static String of(String title) {
    String text = title.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : SPELLED.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    String words =
        PlainText.apart(text)
            .replaceAll("[\\p{M}'’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = words.length() <= LONGEST ? words : cut(words);
    return slug.isEmpty() ? "letter" : slug;
  }

  private static String cut(String words) {
    int hyphen = words.lastIndexOf('-', LONGEST);
    return words.substring(0, hyphen > LONGEST / 2 ? hyphen : LONGEST).replaceAll("-$", "");
  }
}
