package org.openletter.platform.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in a short line, such as a name, what leads to somebody: an address, a number or a link.
/// It knows shapes, not whether anybody answers there. The one table of them: what is refused in a
/// name that somebody chooses here is taken out of a name that came from elsewhere (`PublicName`).
///
/// Each shape reads lower case and reaches from the beginning of what it finds to its end.
public enum ContactDetail {
  /// An e-mail address, also with `(at)` and `dot` for its signs. The first group of each shape is
  /// the name of the mailbox.
  EMAIL(
      // "rosa [at] mailbox [dot] example"; with spaces around it, only where the other half has a
      // dot.
      "([^\\s@<>(),;:\"]{1,64})\\s?(?:@|[(\\[{]\\s?at\\s?[)\\]}])\\s?[^\\s@<>(),;.\"\\[\\]{}]{1,64}"
          + "(?:(?:\\.|\\s?[(\\[{]\\s?dot\\s?[)\\]}]\\s?)[^\\s@<>(),;.\"\\[\\]{}]{1,64}){1,5}",
      "([^\\s@<>(),;:\"]{1,64})@[^\\s@<>(),;\"]{0,190}",
      // "rosa at mailbox dot example".
      "([^\\s@]{1,64}) at [^\\s@:/]{1,64}(?: dot |\\.)[^\\s@]{2,64}",
      "([^\\s@]{1,190})@[^\\s@]{1,190}[.][^\\s@]{1,190}",
      "(\\S{1,190})\\s*[\\[({]\\s*at\\s*[\\])}]\\s*\\S{1,190}",
      "(\\S{1,190})\\s+at\\s+[\\p{L}\\p{N}-]+\\s+dot\\s+\\p{L}{2,}"),
  /// An address in the web, with or without its beginning.
  LINK(
      "\\b(?:https?|ftp)\\s?:\\s?[^\\s)]{0,190}|\\bwww\\.[^\\s)]{1,190}",
      "\\p{L}[\\p{L}\\p{N}+.-]{0,190}://[^\\s)]{0,190}|\\bwww\\.\\S",
      "\\b[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)*[.]\\p{L}{2,}/\\S[^\\s)]{0,190}",
      // A name may have a full stop in it ("A.Smith", "St.John"), so only endings that sites have
      // count. Where people are called like an ending ("J.Page", "Jo.Me", "J.De"), initials and
      // the shortest names in front of it are somebody, and three letters are a site.
      "(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}(?:com|net|org|info|biz|xyz)"
          + "(?![\\p{L}\\p{N}])(?:[/:?#][^\\s)]{0,190})?",
      "(?<![\\p{L}\\p{N}])(?:(?:[\\p{L}\\p{N}-]{1,63}\\.){0,5}[\\p{L}\\p{N}-]{3,63}"
          + "|[\\p{L}-]?\\p{N}[\\p{L}-]?|(?:[\\p{L}\\p{N}-]{1,63}\\.){0,4}[\\p{L}\\p{N}-]{2,63}"
          + "\\.[\\p{L}\\p{N}-]{2,63})\\."
          + "(?:online|site|shop|store|club|app|dev|blog|website|top|win|loan"
          + "|casino|click|live|life|link|news|space|tech|today|world|agency|page)"
          + "(?![\\p{L}\\p{N}])(?:[/:?#][^\\s)]{0,190})?",
      "(?<![\\p{L}\\p{N}.-])(?:t\\.co|(?:[\\p{L}\\p{N}-]{1,63}\\.){0,6}[\\p{L}\\p{N}-]{3,63}\\."
          + "(?:ai|at|be|hu|in|is|it|ke|li|me|my|ng|no|su|to|us)"
          + "|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}[\\p{L}\\p{N}-]{2}\\.(?:ai|at|be|hu|in|is|it|ke|li|me"
          + "|my|ng|no|su|to|us))"
          + "(?:\\.\\p{L}{2,3}){0,2}(?![\\p{L}\\p{N}-])(?:[/:?#][^\\s)]{0,190})?",
      "(?<![\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}-]{1,63}\\.){0,6}[\\p{L}\\p{N}-]{2,63}\\."
          + "(?:example|test|ac|ar|au|br|ca|cc|ch|cn|co|cz|de|dk|es|eu|fi|fm|fr|gg|gl|gr|ie|io|jp|kr|ly"
          + "|mx|nl|nu|nz|pk|pl|pt|ro|ru|se|sg|sh|sk|tr|tv|tw|ua|ug|uk|za)"
          + "(?:\\.\\p{L}{2,3}){0,2}(?![\\p{L}\\p{N}-])(?:[/:?#][^\\s)]{0,190})?"),
  /// The number of a machine in the internet.
  IP(
      "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9])(?::[0-9]{1,5})?",
      "(?<![\\p{N}.])(?:\\p{Nd}{1,3}[.]){3}\\p{Nd}{1,3}(?!\\p{N})",
      "(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})?",
      "(?<![\\p{L}\\p{N}:])(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f:.]{0,40}",
      // Two colons stand in names as well ("Rosa :: Luz"), so there is a digit somewhere.
      "(?<![0-9a-f:])(?=[a-f:.]{0,40}[0-9])(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{0,4}::[0-9a-f:.]{0,40}"),
  /// Seven digits or more in one row, however they are set apart: a telephone number somewhere.
  TELEPHONE("\\+?\\p{Nd}(?:[\\s().,/\\p{Pd}_·•]{0,3}\\p{Nd}){6,40}"),
  /// A house number with the name of a street, in some languages.
  STREET(
      "\\b\\p{Nd}{1,5}\\p{L}?,?\\s+\\p{L}+(?:\\s\\p{L}+){0,3}\\s"
          + "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|sq|boulevard|blvd"
          + "|crescent|terrace|way)\\b",
      "\\p{L}{1,60}(?:straße|strasse|str[.]?|gasse|weg|platz|allee|straat|laan|gatan)"
          + "\\s*\\p{Nd}{1,4}\\p{L}?",
      "\\b(?:rue|avenue|via|calle|rua|ulica|ul[.]|av[.])\\s+\\S+(?:\\s\\S+){0,3}?,?\\s+\\p{Nd}{1,5}",
      "\\b\\p{Nd}{1,4},?\\s+rue\\s+\\p{L}\\S{0,60}(?:\\s\\S{1,60}){0,3}");

  private static final int LOOKED_AT = 400;

  /// A character folds to eighteen at most, so a name of sixty is read whole.
  static final int LOOKED_AT_FOLDED = 60 * 18 + 120;

  // A copy that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Pattern> shapes;

  ContactDetail(String... shapes) {
    this.shapes =
        Arrays.stream(shapes)
            .map(s -> Pattern.compile(s, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
  }

  /// The first kind that stands anywhere in this line. Only its first 400 characters are read, and
  /// of what they fold to the first 1,200.
  public static Optional<ContactDetail> in(String line) {
    String folded = lookedAt(line);
    return Stream.of(values()).filter(kind -> kind.isIn(folded)).findFirst();
  }

  /// What the shapes are held against.
  static String lookedAt(String line) {
    return start(fold(start(line, LOOKED_AT)), LOOKED_AT_FOLDED);
  }

  private static String start(String line, int most) {
    return line.length() <= most ? line : line.substring(0, most);
  }

  /// Wide forms and capitals read like plain small letters, and the shapes know only those.
  static String fold(String line) {
    return PlainText.compatible(line).toLowerCase(Locale.ROOT);
  }

  /// Whether any kind stands in a folded line.
  static boolean isAnyIn(String folded) {
    return Stream.of(values()).anyMatch(kind -> kind.isIn(folded));
  }

  /// What is left of a folded line without all that leads to somebody.
  static String without(String folded) {
    String rest = folded;
    for (ContactDetail kind : values()) {
      for (Pattern shape : kind.shapes) {
        rest = shape.matcher(rest).replaceAll(" ");
      }
    }
    return rest;
  }

  /// The name of the first mailbox in a folded line.
  static Optional<String> mailbox(String folded) {
    return EMAIL.shapes.stream()
        .map(shape -> shape.matcher(folded))
        .filter(Matcher::find)
        .findFirst()
        .map(mail -> mail.group(1));
  }

  private boolean isIn(String folded) {
    return shapes.stream().anyMatch(shape -> shape.matcher(folded).find());
  }
}
