package org.openletter.profiles.name;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openletter.platform.text.ContactDetail;
import org.openletter.platform.text.PlainText;

/// The public name in texts: one line of at most 60 code points in any script.
public final class DisplayName {

  /// Longest name in code points.
  public static final int LONGEST = 60;

  // More than sixty characters of any script need, joined and accented.
  private static final int LONGEST_TYPED = 600;

  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

  // Five marks on one letter do not occur in any orthography; fifty cover the lines above.
  private static final Pattern TOWER = Pattern.compile("\\p{M}{5}");

  // Marks that steer the direction of a line without being seen.
  private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u061C]");

  // "@rosa" is somebody at another site; "Rosa @ home" is not.
  private static final Pattern AT = Pattern.compile("@[\\p{L}\\p{N}_]");

  private static final String LEADS =
      "A name is shown to everybody, and this looks like %s. Choose one that leads to nobody.";

  private DisplayName() {}

  /// The name as it is kept, of what `objection` has nothing against. Line ends and direction marks
  /// are gone and spaces are single; empty when nothing can be seen in it.
  public static String clean(String typed) {
    String line = DIRECTION.matcher(PlainText.cleanLine(typed)).replaceAll("");
    String clean = SPACES.matcher(line).replaceAll(" ").strip();
    return PlainText.blank(clean) ? "" : clean;
  }

  /// What is wrong with what was typed, as a sentence for its owner; empty when nothing is. Length
  /// is looked at before anything else.
  public static Optional<String> objection(String typed) {
    if (typed.length() > LONGEST_TYPED || PlainText.length(clean(typed)) > LONGEST) {
      return Optional.of("Choose a name of at most " + LONGEST + " characters.");
    }
    String clean = clean(typed);
    if (TOWER.matcher(clean).find()) {
      return Optional.of("This name has marks stacked on each other. Choose one without them.");
    }
    if (clean.isEmpty() && !typed.isBlank()) {
      return Optional.of(
          "Nothing can be seen of this name. Choose another, or leave it empty to show your"
              + " handle.");
    }
    return ContactDetail.in(clean)
        .map(DisplayName::sentence)
        .or(() ->
            at(clean) ? Optional.of(LEADS.formatted("a name at another site")) : Optional.empty());
  }

  private static boolean at(String clean) {
    return AT.matcher(PlainText.compatible(clean)).find();
  }

  private static String sentence(ContactDetail kind) {
    String what =
        switch (kind) {
          case EMAIL -> "an e-mail address";
          case LINK -> "a link";
          case IP -> "the number of a machine";
          case TELEPHONE -> "a telephone number";
          case STREET -> "an address";
        };
    return LEADS.formatted(what);
  }
}
