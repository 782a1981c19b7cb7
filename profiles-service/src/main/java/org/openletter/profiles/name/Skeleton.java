package org.openletter.profiles.name;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a name looks like (the skeleton of Unicode Technical Standard 39): two names with the same
/// skeleton can be taken for each other.
final class Skeleton {

  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  // Folds case and widths, and drops characters that cannot be seen.
  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

  private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Skeleton() {}

  /// The key under which a handle is unique: `rosa_b`, `rosa-b` and `r0sa_b` are one.
  static String unique(Handle handle) {
    return shape(handle.value().replace('_', '-')).replace('0', 'o');
  }

  /// A wider key to compare with names that must not be imitated: accents, spaces, signs and digits
  /// that stand for letters make no difference either.
  static String wide(String name) {
    String bare =
        MARKS.matcher(TAKEN_APART.normalize(FOLDING.normalize(signs(name)))).replaceAll("");
    String shape = NO_LETTERS.matcher(shape(bare)).replaceAll("");
    StringBuilder wide = new StringBuilder(shape.length());
    shape.codePoints().map(Skeleton::letter).forEach(wide::appendCodePoint);
    return wide.toString().replace("vv", "w");
  }

  private static String shape(String text) {
    String before = "";
    String shape = text;
    // Folding makes new look-alikes (I, i) and the skeleton new capitals (0, O): three rounds
    // settle
    // every pair of the tables.
    for (int round = 0; round < 4 && !shape.equals(before); round++) {
      before = shape;
      shape = CHECKER.getSkeleton(FOLDING.normalize(shape)).toLowerCase(Locale.ROOT);
    }
    return shape;
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
