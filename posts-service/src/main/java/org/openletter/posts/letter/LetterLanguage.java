package org.openletter.posts.letter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The language of a letter: the one its writer chose, else what its script and its smallest words
/// say. Where they do not say it clearly the answer is that it is not known.
public final class LetterLanguage {

  /// Enough to tell a language by; the rest of a long letter is not read for it.
  private static final int READ = 6_000;

  private static final int FEWEST_LETTERS = 12;
  private static final int FEWEST_HITS = 4;

  /// Where the letters themselves leave one language of those that are known here.
  private static final int FEWEST_HITS_BESIDE_LETTERS = 2;

  /// A greeting in a script of one language is enough; two letters of it are a formula or a name.
  private static final int FEWEST_LETTERS_OF_A_SCRIPT = 3;

  /// One word in twelve is one of the smallest ones in every text that is not a list of names.
  private static final int ONE_WORD_IN = 12;

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  /// Scripts that one language alone writes its letters in.
  private static final Map<Character.UnicodeScript, String> BY_SCRIPT =
      Map.of(
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.ARMENIAN, "hy",
          Character.UnicodeScript.GEORGIAN, "ka",
          Character.UnicodeScript.TAMIL, "ta",
          Character.UnicodeScript.BENGALI, "bn");

  /// The smallest words of languages that share a script, those of close relatives chosen apart.
  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.ofEntries(
          words("en", "the of and to in is that for it you with are this was have not be they"),
          words(
              "de", "der die das und ist nicht ein eine zu den mit sich auf für wir sie ich dass"),
          words("fr", "le la les des et est une que pas pour dans nous vous qui sur avec ce du"),
          words("es", "el la los las de que y en un una por con para no es se del como"),
          words("it", "il la che di è un una per non con sono del della gli le anche più ci"),
          words("pt", "o a os as de que e em um uma para com não é do da se mais"),
          words("nl", "de het een en van is dat niet in op te zijn voor met wij ook aan naar"),
          words("sv", "och att det är som en inte på för av med har vi till den jag om från"),
          words("da", "og at det er ikke af en til på som med har vi jeg den for fra efter"),
          words("nb", "og å det er ikke av en til på som med har vi jeg den for fra etter"),
          words("fi", "ja on ei se että oli hän mutta kun niin myös ovat kuin tai joka me olla"),
          words("pl", "i w na nie się że z do jest to jak od przez po dla ale są być"),
          words("cs", "a se na je že v to s z do jsou jako ale pro které není by jsme"),
          words("sk", "a sa na je že v to s z do sú ako ale pre ktoré nie je by sme"),
          words("hr", "i je u na se da su za od koji nije što kao ali će ili bi smo"),
          words("ro", "și în de la cu nu că este pe un o din sunt pentru mai care să ce"),
          words("hu", "a az és hogy nem is egy ez volt van mint de meg csak már ha vagy mi"),
          words("tr", "ve bir bu için de da ile ne çok gibi daha olan var ama biz her ki en"),
          words("id", "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga kami"),
          words("ru", "и в не на что я с он как это по но мы из за от для вы"),
          words("uk", "і в не на що я з він як це по але ми із за від для ви та є"),
          words("bg", "и в не на че се с е като това по но ние от за са да ви"),
          words("ar", "في من على أن إلى هذا التي لا ما عن مع هذه كان الذي أو كل"),
          words("fa", "و در به از که این را با است برای آن یک می ما نیست هم"),
          words("ur", "اور کے میں کی ہے کا سے کو نے یہ پر ہیں کہ نہیں ہم بھی"),
          words("hi", "और के में की है का से को ने यह पर हैं कि नहीं हम भी"));

  private LetterLanguage() {}

  /// The language of this text as a tag; empty when it is not known.
  public static String of(LetterText text) {
    return text.language().isEmpty()
        ? found(
            text.title() + "\n" + text.body().substring(0, Math.min(READ, text.body().length())))
        : text.language();
  }

  /// A tag as it is written everywhere; what is none is given back for `known` to refuse.
  static String tag(String typed) {
    try {
      String tag = new Locale.Builder().setLanguageTag(typed.strip()).build().toLanguageTag();
      return tag.equals("und") ? "" : tag;
    } catch (IllformedLocaleException none) {
      return typed;
    }
  }

  /// Whether it is the tag of a language, or empty.
  static boolean known(String tag) {
    return tag.isEmpty() || tag.length() <= 35 && KNOWN.contains(tag.split("-", 2)[0]);
  }

  private static String found(String text) {
    Map<Character.UnicodeScript, Integer> letters = new HashMap<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int kana =
        letters.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int han = letters.getOrDefault(Character.UnicodeScript.HAN, 0);
    // A character of Chinese or Japanese says as much as some letters of an alphabet.
    if (kana + han > 4 && 2 * (kana + han) > all) {
      return 8 * kana > han ? "ja" : "zh";
    }
    return letters.entrySet().stream()
        .filter(script -> BY_SCRIPT.containsKey(script.getKey()))
        .filter(script ->
            all < FEWEST_LETTERS
                ? isSure(script.getKey(), script.getValue(), all)
                : 2 * script.getValue() > all)
        .findFirst()
        .map(script -> BY_SCRIPT.get(script.getKey()))
        .orElseGet(() -> all < FEWEST_LETTERS ? "" : byWords(text));
  }

  // A few letters of a script tell its language when there are no others beside them. Bengali
  // letters are those of Assamese too.
  private static boolean isSure(Character.UnicodeScript script, int letters, int all) {
    return letters == all
        && letters >= FEWEST_LETTERS_OF_A_SCRIPT
        && script != Character.UnicodeScript.BENGALI;
  }

  private static String byWords(String text) {
    List<String> words =
        List.of(
            text.replaceAll("https?://\\S{0,500}", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{M}'’]+"));
    Map<String, Long> hits =
        SMALL_WORDS.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    language -> words.stream().filter(isSmallWordOf(language)).count()));
    List<Map.Entry<String, Long>> best =
        hits.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(2)
            .toList();
    long first = best.getFirst().getValue();
    long second = best.getLast().getValue();
    String language = best.getFirst().getKey();
    int fewest = Alphabet.leaves(language, words) ? FEWEST_HITS_BESIDE_LETTERS : FEWEST_HITS;
    boolean clear =
        first >= fewest && first * ONE_WORD_IN >= words.size() && 4 * first >= 5 * second;
    return clear ? language : "";
  }

  private static Predicate<String> isSmallWordOf(Map.Entry<String, Set<String>> language) {
    return language.getKey().equals("ar")
        ? word -> language.getValue().contains(word) || Alphabet.hasArabicArticle(word)
        : language.getValue()::contains;
  }

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, new HashSet<>(List.of(words.split(" "))));
  }
}
