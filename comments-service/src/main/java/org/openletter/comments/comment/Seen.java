package org.openletter.comments.comment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openletter.platform.id.Ids;

/// Names what somebody had before her when she decided about a comment: the words, public ones and
/// those that wait, and the last decision. What is only bookkeeping, such as that its author was
/// told, changes neither part, so nobody is sent back for nothing.
///
/// @param words changes with every change of the words
/// @param decision changes with every decision, also when one is taken back
public record Seen(String words, String decision) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{12})\\.([0-9a-z]{1,12})");
  private static final String NONE = "0";

  static Seen of(Standing standing) {
    Standing.Change change = standing.change();
    Decision decision = standing.decision();
    return new Seen(
        change == null
            ? Ids.derived12("words", standing.words().text())
            : Ids.derived12("words", standing.words().text(), change.words().text()),
        decision == null
            ? NONE
            // To the millisecond, as it is stored.
            : Ids.derived12(
                "decision", decision.act().word(), Long.toString(decision.at().toEpochMilli())));
  }

  /// What this version names, empty when it is none.
  public static Optional<Seen> of(String version) {
    var parts = WRITTEN.matcher(version);
    return parts.matches()
        ? Optional.of(new Seen(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /// Whether these are still the words.
  public boolean sameWords(Seen other) {
    return words.equals(other.words);
  }

  /// The version as it goes out and comes back.
  public String version() {
    return words + "." + decision;
  }
}
