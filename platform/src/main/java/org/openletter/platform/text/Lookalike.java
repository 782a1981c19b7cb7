package org.openletter.platform.text;

import static java.lang.Character.UnicodeScript.LATIN;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a line looks like (the skeleton of Unicode Technical Standard 39): two lines with the same
/// key can be taken for each other. Keys are stored, so what gives which key must not change.
public final class Lookalike {

  /// Code points that are looked at. Folding costs more than it is long, so what follows is left
  /// alone.
  private static final int LOOKED_AT = 200;

  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  // Folds case and widths, and drops characters that cannot be seen.
  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

  private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern FIRST_WORD =
      Pattern.compile("[^\\p{L}\\p{N}]*([\\p{L}\\p{M}\\p{Cf}]{1,8})([^\\p{L}\\p{N}\\p{M}]+)");

  private static final String BEFORE_VOWELS = wide("l");

  private static final Set<String> ARTICLES =
      Stream.of(
              "a", "an", "the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il",
              "o", "os", "as", "de", "het")
          .map(Lookalike::wide)
          .collect(Collectors.toUnmodifiableSet());

  private Lookalike() {}

  /// The wider keys of everything that a reader may take the line for: the line itself, what it
  /// reads as in Latin letters, and each of them without its leading article. At most four, the
  /// likeliest first.
  public static Set<String> keys(String line) {
    String start = start(line);
    Optional<String> latin = latin(start);
    Set<String> keys = new LinkedHashSet<>();
    keys.add(wide(start));
    latin.map(Lookalike::wide).ifPresent(keys::add);
    keys.add(wide(withoutArticle(start)));
    latin.map(Lookalike::withoutArticle).map(Lookalike::wide).ifPresent(keys::add);
    keys.remove("");
    return keys;
  }

  /// What a line without a Latin letter reads as when each of its letters looks like one: capitals
  /// of the Greek name ΑΝΝΑ read ANNA. Empty when any letter cannot be read so, as in most words of
  /// other alphabets.
  public static Optional<String> latin(String line) {
    String start = PlainText.capped(start(line));
    if (start.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == LATIN)) {
      return Optional.empty();
    }
    // Before anything is folded: a capital looks like a Latin one where the small letter may not.
    String read = MARKS.matcher(TAKEN_APART.normalize(CHECKER.getSkeleton(start))).replaceAll("");
    return read.codePoints().anyMatch(Character::isLetter)
            && read.codePoints().filter(Character::isLetter).allMatch(c -> c < 128)
        ? Optional.of(read)
        : Optional.empty();
  }

  // "The Harbour Board" is "Harbour Board" to every reader, and "L'Atelier" is "Atelier".
  private static String withoutArticle(String line) {
    Matcher first = FIRST_WORD.matcher(line);
    if (!first.lookingAt()) {
      return line;
    }
    String word = wide(first.group(1));
    String after = first.group(2);
    boolean apostrophe = "'\u2019\u02BC".indexOf(after.charAt(0)) >= 0;
    boolean article =
        word.equals(BEFORE_VOWELS)
            ? apostrophe
            // "O'Brien" and "A. Smith" begin with no article.
            : ARTICLES.contains(word) && (word.length() > 1 || " -_".indexOf(after.charAt(0)) >= 0);
    return article ? line.substring(first.end()) : line;
  }

  /// The shape alone: case, width and script make no difference; accents, spaces and digits do.
  public static String shape(String line) {
    String before = "";
    String shape = bounded(line);
    // Folding makes new look-alikes (I, i) and the skeleton new capitals (0, O): three rounds
    // settle every pair of the tables.
    for (int round = 0; round < 4 && !shape.equals(before); round++) {
      before = shape;
      shape = CHECKER.getSkeleton(FOLDING.normalize(shape)).toLowerCase(Locale.ROOT);
    }
    return shape;
  }

  /// A wider key, for names that must not be imitated: accents, spaces, signs and digits that stand
  /// for letters make no difference either. Empty when the line has no letter and no digit.
  public static String wide(String line) {
    String bare =
        MARKS
            .matcher(TAKEN_APART.normalize(FOLDING.normalize(signs(bounded(line)))))
            .replaceAll("");
    String shape = NO_LETTERS.matcher(shape(bare)).replaceAll("");
    StringBuilder wide = new StringBuilder(shape.length());
    shape.codePoints().map(Lookalike::letter).forEach(wide::appendCodePoint);
    return wide.toString().replace("vv", "w");
  }

  private static String start(String line) {
    return PlainText.length(line) <= LOOKED_AT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LOOKED_AT));
  }

  private static String bounded(String line) {
    String bounded = PlainText.capped(start(line));
    return mixesScripts(bounded) ? CHECKER.getSkeleton(bounded) : bounded;
  }

  // A capital of another alphabet among Latin letters is there for its look, which folding would
  // take away: a Cyrillic М is an M, a small м is not. In a line of one alphabet it is a letter.
  private static boolean mixesScripts(String line) {
    return line.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == LATIN)
        && line.codePoints()
            .filter(Character::isLetter)
            .anyMatch(c -> Character.UnicodeScript.of(c) != LATIN);
  }

  private static String signs(String name) {
    return name.replace('@', 'a').replace('$', 's').replace('!', 'i').replace('|', 'i');
  }

  private static int letter(int c) {
    return switch (c) {
      case 'l', '1' -> 'i';
      case '0' -> 'o';
      case '3' -> 'e';
      case '4' -> 'a';
      case '5' -> 's';
      case '7' -> 't';
      default -> c;
    };
  }
}
