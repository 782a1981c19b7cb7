package org.openletter.platform.text;

import static java.lang.Character.UnicodeScript.LATIN;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.regex.Pattern;

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

  private Lookalike() {}

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

  private static String bounded(String line) {
    String start =
        PlainText.length(line) <= LOOKED_AT
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LOOKED_AT));
    String bounded = PlainText.capped(start);
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
