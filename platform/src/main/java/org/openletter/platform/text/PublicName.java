package org.openletter.platform.text;

import java.util.Locale;
import java.util.Optional;

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

  /// The same for one that folds to far more than it is long.
  private static final int LONGEST_READ_FOLDED = 60;

  /// Takes what leads to somebody (`ContactDetail`) out of a name. Of an e-mail address alone the
  /// initials stay, so that a conversation can still be followed.
  ///
  /// @param typed one line
  public static PublicName of(String typed) {
    String line = PlainText.cleanLine(cut(typed, LONGEST_READ));
    if (PlainText.blank(line)) {
      return new PublicName(NOBODY, false);
    }
    String folded = ContactDetail.fold(line);
    if (folded.length() > ContactDetail.LOOKED_AT_FOLDED) {
      line = cut(line, LONGEST_READ_FOLDED);
      folded = ContactDetail.fold(line);
    }
    if (!ContactDetail.isAnyIn(folded)) {
      return new PublicName(line, false);
    }
    String name = tidy(ContactDetail.without(folded), line);
    if (name.isEmpty() || ContactDetail.isAnyIn(ContactDetail.fold(name))) {
      return new PublicName(initialsOfMailbox(folded).orElse(NOBODY), true);
    }
    return new PublicName(name, true);
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
    return ContactDetail.mailbox(folded).flatMap(name -> Initials.of(name.split("[._+-]+", -1)));
  }

  private static String cut(String typed, int most) {
    return PlainText.length(typed) <= most
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, most));
  }
}
