package org.openletter.platform.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a short line, such as a name, what leads to somebody: an address, a number or a link.
/// It knows shapes, not whether anybody answers there.
public enum ContactDetail {
  /// An e-mail address, also with `(at)` and `dot` for its signs.
  EMAIL(
      "[^\\s@]+@[^\\s@]+[.][^\\s@]+"
          + "|\\S+\\s*[\\[({]\\s*at\\s*[\\])}]\\s*\\S+"
          + "|\\S+\\s+at\\s+[\\p{L}\\p{N}-]+\\s+dot\\s+\\p{L}{2,}"),
  /// An address in the web, with or without its beginning.
  LINK(
      "\\p{L}[\\p{L}\\p{N}+.-]*://"
          + "|\\bwww[.]\\S"
          + "|\\b[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)*[.]\\p{L}{2,}/\\S"
          + "|(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{2,}(?:[.][\\p{L}\\p{N}-]+)*[.]"
          + "(?:com|org|net|info|biz|io|me|app|dev|xyz|site|online|shop|club|top|link|page|blog"
          + "|eu|uk|us|ca|au|nz|ie|za|in|ng|ke|de|at|ch|fr|nl|be|es|pt|it|pl|cz|se|no|fi|dk"
          + "|ru|ua|gr|tr|br|mx|ar|jp|cn|kr|tv|cc|to|ly|gg)(?![\\p{L}\\p{N}-])"),
  /// The number of a machine in the internet.
  IP(
      "(?<![\\p{N}.])(?:\\p{Nd}{1,3}[.]){3}\\p{Nd}{1,3}(?![\\p{N}])"
          + "|(?<![\\p{L}\\p{N}:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})?(?![\\p{L}\\p{N}])"
          + "|(?<![\\p{L}\\p{N}:])(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f]{0,4}"),
  /// Seven digits or more in one row, however they are set apart.
  TELEPHONE("\\p{Nd}(?:[\\s().,/_\\p{Pd}]{0,3}\\p{Nd}){6}"),
  /// A house number with the name of a street, in some languages.
  STREET(
      "\\b\\p{Nd}{1,5}\\p{L}?,?\\s+\\p{L}+(?:\\s\\p{L}+){0,3}\\s"
          + "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|sq|boulevard|blvd"
          + "|crescent|terrace|way)\\b"
          + "|\\p{L}(?:straße|strasse|str[.]?|gasse|weg|platz|allee|straat|laan|gatan)\\s*\\p{Nd}{1,4}"
          + "|\\b(?:rue|avenue|via|calle|rua|ulica|ul[.]|av[.])\\s+\\S+(?:\\s\\S+){0,3}?,?\\s+\\p{Nd}"
          + "|\\b\\p{Nd}{1,4},?\\s+rue\\s+\\p{L}");

  private static final int LOOKED_AT = 400;

  private final Pattern shape;

  ContactDetail(String shape) {
    this.shape = Pattern.compile(shape, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The first kind that stands anywhere in this line. Only its first 400 characters are read.
  public static Optional<ContactDetail> in(String line) {
    String start = line.length() <= LOOKED_AT ? line : line.substring(0, LOOKED_AT);
    for (ContactDetail kind : values()) {
      Matcher found = kind.shape.matcher(start);
      if (found.find()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
