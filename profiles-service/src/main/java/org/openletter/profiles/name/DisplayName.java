package org.openletter.profiles.name;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openletter.platform.text.PlainText;

/// The public name in texts: one line of at most 60 code points in any script.
public final class DisplayName {

  /// Longest name in code points.
  public static final int LONGEST = 60;

  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

  // Five marks on one letter do not occur in any orthography; fifty cover the lines above.
  private static final Pattern TOWER = Pattern.compile("\\p{M}{5}");

  // Marks that steer the direction of a line without being seen.
  private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u061C]");

  private DisplayName() {}

  /// The name as it is kept. Line ends and direction marks are gone and spaces are single; empty
  /// when nothing can be seen in it.
  public static String clean(String typed) {
    String line = DIRECTION.matcher(PlainText.cleanLine(typed)).replaceAll("");
    String clean = SPACES.matcher(line).replaceAll(" ").strip();
    return PlainText.blank(clean) ? "" : clean;
  }

  /// What is wrong with a cleaned name, as a sentence for its owner; empty when nothing is.
  public static Optional<String> objection(String clean) {
    if (PlainText.length(clean) > LONGEST) {
      return Optional.of("Choose a name of at most " + LONGEST + " characters.");
    }
    if (TOWER.matcher(clean).find()) {
      return Optional.of("This name has marks stacked on each other. Choose one without them.");
    }
    return Optional.empty();
  }
}
