package org.openletter.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name that came with a text from elsewhere, fit to be read by everybody. People typed e-mail
/// addresses, telephone numbers and links where a name was asked for; a page that shows the name
/// would publish them.
///
/// @param shown what may be shown; never empty
/// @param changed whether it is less than what was typed
public record PublicName(String shown, boolean changed) {

  /// For a name of which nothing may be shown.
  private static final String NOBODY = "Somebody";

  /// In code points. What stands behind is neither looked at nor shown.
  private static final int LONGEST_READ = 200;

  private static final int MOST_INITIALS = 3;

  private static final Pattern MAIL =
      Pattern.compile("([^\\s@<>(),;:\"]{1,64})@[^\\s@<>(),;\"]{0,190}");

  // "rosa [at] mailbox [dot] example"; with spaces around it, only where the other half has a dot.
  private static final Pattern HIDDEN_MAIL =
      Pattern.compile(
          "([^\\s@<>(),;:\"]{1,64})\\s?(?:@|[(\\[{]\\s?at\\s?[)\\]}])\\s?[^\\s@<>(),;.\"\\[\\]{}]{1,64}"
              + "(?:(?:\\.|\\s?[(\\[{]\\s?dot\\s?[)\\]}]\\s?)[^\\s@<>(),;.\"\\[\\]{}]{1,64}){1,5}");

  // "rosa at mailbox dot example".
  private static final Pattern SPOKEN_MAIL =
      Pattern.compile("([^\\s@]{1,64}) at [^\\s@:/]{1,64}(?: dot |\\.)[^\\s@]{2,64}");

  private static final List<Pattern> MAILS = List.of(HIDDEN_MAIL, MAIL, SPOKEN_MAIL);

  private static final Pattern LINK =
      Pattern.compile("\\b(?:https?|ftp)\\s?:\\s?[^\\s)]{0,190}|\\bwww\\.[^\\s)]{1,190}");

  // A name may have a full stop in it ("A.Smith", "St.John"), so only endings that sites have
  // count,
  // and those of two letters only behind a longer word ("J.De" is somebody).
  private static final Pattern SITE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}"
              + "(?:com|net|org|info|biz|online|site|shop|store|club|app|dev|blog|website|xyz|top|win|loan"
              + "|casino|click|live|life|link|news|space|tech|today|world|agency|example|test)"
              + "(?![\\p{L}\\p{N}])(?:[/:?#][^\\s)]{0,190})?"
              + "|(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]{1,63}\\.){0,6}[\\p{L}\\p{N}-]{3,63}\\."
              + "(?:ac|ai|at|au|be|br|ca|cc|ch|cn|co|cz|de|dk|es|eu|fi|fm|fr|gg|gl|gr|hu|ie|in|io|is|it|jp|ke"
              + "|kr|li|ly|me|mx|my|ng|nl|no|nu|nz|pk|pl|pt|ro|ru|se|sg|sh|sk|su|to|tv|tw|ua|ug|uk|us|za)"
              + "(?:\\.[\\p{L}]{2,3}){0,2}(?![\\p{L}\\p{N}])(?:[/:?#][^\\s)]{0,190})?");

  private static final Pattern NETWORK_ADDRESS =
      Pattern.compile(
          "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9])(?::[0-9]{1,5})?"
              + "|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}"
              + "|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{0,4}::[0-9a-f:.]{0,40}");

  /// Seven digits are a telephone number somewhere.
  private static final Pattern NUMBER =
      Pattern.compile("\\+?[\\p{Nd}](?:[\\s().,/\\p{Pd}_·•]{0,3}[\\p{Nd}]){6,40}");

  private static final List<Pattern> TAKEN_OUT = List.of(LINK, SITE, NETWORK_ADDRESS, NUMBER);

  /// Takes e-mail addresses, telephone numbers, network addresses and links out of a name. Of an
  /// e-mail address alone the initials stay, so that a conversation can still be followed.
  ///
  /// @param typed one line
  public static PublicName of(String typed) {
    String line = PlainText.cleanLine(cut(typed));
    if (PlainText.blank(line)) {
      return new PublicName(NOBODY, false);
    }
    String folded = fold(line);
    if (!exposes(folded)) {
      return new PublicName(line, false);
    }
    String rest = folded;
    for (Pattern pattern : MAILS) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    for (Pattern pattern : TAKEN_OUT) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    String name = tidy(rest, line);
    if (name.isEmpty() || exposes(fold(name))) {
      return new PublicName(initialsOfMailbox(folded).orElse(NOBODY), true);
    }
    return new PublicName(name, true);
  }

  private static boolean exposes(String folded) {
    return MAILS.stream().anyMatch(pattern -> pattern.matcher(folded).find())
        || TAKEN_OUT.stream().anyMatch(pattern -> pattern.matcher(folded).find());
  }

  // Wide forms and small capitals read like plain ones, and the patterns know only lower case.
  private static String fold(String line) {
    return PlainText.compatible(line).toLowerCase(Locale.ROOT);
  }

  // What is left of "Rosa <...>" is "Rosa": brackets and words that only announced an address go.
  private static String tidy(String rest, String typed) {
    String words =
        rest.replaceAll("\\b(?:e-?mail|mail|tel|phone|fax|whatsapp|ip|web|url)\\s*[.:]", " ")
            .replaceAll("[<>()\\[\\]{}\"]", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}.]+$", "")
            .strip();
    if (words.codePoints().noneMatch(Character::isLetter)) {
      return "";
    }
    // The patterns read lower case; where the words stand in what was typed, they are taken as
    // typed.
    int start = typed.toLowerCase(Locale.ROOT).indexOf(words);
    return start >= 0 && start + words.length() <= typed.length()
        ? typed.substring(start, start + words.length())
        : words;
  }

  private static Optional<String> initialsOfMailbox(String folded) {
    Matcher mail =
        MAILS.stream()
            .map(pattern -> pattern.matcher(folded))
            .filter(Matcher::find)
            .findFirst()
            .orElse(null);
    if (mail == null) {
      return Optional.empty();
    }
    StringJoiner initials = new StringJoiner(" ");
    int count = 0;
    for (String part : mail.group(1).split("[._+-]+", MOST_INITIALS + 1)) {
      int first = part.codePoints().filter(Character::isLetter).findFirst().orElse(0);
      if (first != 0 && count++ < MOST_INITIALS) {
        initials.add(Character.toString(first).toUpperCase(Locale.ROOT) + ".");
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(initials.toString());
  }

  private static String cut(String typed) {
    return PlainText.length(typed) <= LONGEST_READ
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_READ));
  }
}
