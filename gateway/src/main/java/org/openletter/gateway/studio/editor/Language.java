package org.openletter.gateway.studio.editor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A language to choose from.
///
/// @param tag as a page says it, `pt`
/// @param name as its own speakers write it
public record Language(String tag, String name) {

  /// Those in which more than one letter in a hundred is likely; any other can be chosen through
  /// the API.
  private static final List<String> OFFERED =
      Stream.of(
              "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
              "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "ko",
              "lt", "lv", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv",
              "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh")
          .toList();

  /// The choices, by their names.
  ///
  /// @param chosen stands among them too, whatever it is
  public static List<Language> offered(String chosen) {
    return Stream.concat(OFFERED.stream(), Stream.of(chosen))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .map(tag -> new Language(tag, name(tag)))
        .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
        .toList();
  }

  /// What this language is called in English; the tag itself where that is not known.
  public static String inEnglish(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  private static String name(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return locale.getDisplayName(locale);
  }
}
