package org.openletter.posts.letter;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Letters that tell apart languages of one script, for texts too short to be told by their
/// smallest words alone. Other languages of the script are not known here, so letters alone never
/// name a language: some of its small words have to stand beside them.
///
/// @param only what every word is made of
/// @param some what at least one word has in it
record Alphabet(Pattern only, Pattern some) {

  private static final String ARABIC = "ء-غف-ي\\p{M}";
  private static final String PERSIAN = ARABIC + "پچژگکیۀ";

  private static final Map<String, Alphabet> ALPHABETS =
      Map.of(
          "ar", of(ARABIC, ARABIC),
          "fa", of(PERSIAN, "پچژگکی"),
          "ur", of(PERSIAN + "ٹڈڑںےہھۂۃۓ", "ٹڈڑںےہھ"),
          "ru", of("а-яё", "ыэё"),
          "uk", of("а-щьюяґєії", "ґєії"),
          "bg", of("а-ъьюя", "ъ"));

  // "The", written together with its word and with what stands before it: al-, wal-, bil-, lil-.
  private static final Pattern ARABIC_ARTICLE =
      Pattern.compile("[وفبك]?ال[ء-غف-ي]{2,}|لل[ء-غف-ي]{2,}");

  private static Alphabet of(String only, String some) {
    return new Alphabet(Pattern.compile("[" + only + "'’]*"), Pattern.compile("[" + some + "]"));
  }

  /// Whether all these words are made of the letters of this language, and some of those that its
  /// nearest relatives here do not have.
  static boolean leaves(String language, List<String> words) {
    Alphabet alphabet = ALPHABETS.get(language);
    return alphabet != null
        && words.stream().allMatch(word -> alphabet.only.matcher(word).matches())
        && words.stream().anyMatch(word -> alphabet.some.matcher(word).find());
  }

  /// Whether a word begins as Arabic writes "the"; its neighbours borrowed few such words.
  static boolean hasArabicArticle(String word) {
    return ARABIC_ARTICLE.matcher(word).matches();
  }
}
