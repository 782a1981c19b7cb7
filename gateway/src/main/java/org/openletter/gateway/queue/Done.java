package org.openletter.gateway.queue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was just done, as the address after it says. It holds no words of its own, so that nobody
/// can make the page say anything by sending a link.
///
/// @param told whether somebody could be told: names brought in from elsewhere are nobody here
public record Done(String act, String letterId, String commentId, boolean told) {

  private static final Pattern OF = Pattern.compile("([0-9a-z]{12})/([0-9a-f-]{36})");

  static Optional<Done> of(@Nullable String act, @Nullable String of, @Nullable String told) {
    if (act == null || of == null) {
      return Optional.empty();
    }
    var ids = OF.matcher(of);
    return ids.matches() && act.matches("publish|spam|remove|undo")
        ? Optional.of(new Done(act, ids.group(1), ids.group(2), told == null))
        : Optional.empty();
  }

  /// The act in words.
  public String words() {
    return switch (act) {
      case "publish" -> "Published." + (told ? " Its writer will be told." : "");
      case "spam" -> "Marked as spam." + (told ? " Its writer will be told why." : "");
      case "remove" -> "Removed." + (told ? " Its writer will be told why." : "");
      default -> "Taken back. It is as it was.";
    };
  }

  /// Where the act is taken back, or null when there is nothing to take back.
  public @Nullable String undo() {
    return act.equals("undo") ? null : "/studio/queue/" + letterId + "/" + commentId + "/undo";
  }
}
