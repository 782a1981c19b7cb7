package org.openletter.gateway.conversation.thread;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.look.page.When;

/// One page of the conversation on a letter.
///
/// @param count how many responses are public
/// @param order `newest` or `oldest`
/// @param mode `open`, `hold-first-timers`, `hold-all` or `closed`
/// @param rules the letter's own house rules, a line each
/// @param waiting how many responses wait for the viewer, only when the letter is hers
/// @param next where the following page begins, or null on the last one
public record Conversation(
    String letterId,
    long count,
    @Nullable String order,
    @Nullable String mode,
    @Nullable Instant closesAt,
    @Nullable List<String> rules,
    @Nullable Permission canRespond,
    @Nullable Integer waiting,
    List<Comment> comments,
    @Nullable String next) {

  /// Whether the viewer may respond.
  ///
  /// @param why one word for it when she may not
  public record Permission(boolean allowed, @Nullable String why) {

    /// Why this viewer may not respond, or null. A stranger may always begin: whether she may is
    /// asked once it is known who she is.
    @Nullable String refusal(Viewer viewer) {
      return viewer.isSignedIn() && !allowed && why != null ? sentence(why) : null;
    }

    private static String sentence(String why) {
      return switch (why) {
        case "closed-by-writer" -> "The writer of this letter has closed the responses.";
        case "closed" -> "Responses to this letter are closed.";
        case "sign-in" -> "Sign in to respond.";
        case "account-waits" ->
            "Your account waits for somebody who runs this site. Then you can respond.";
        default -> "You cannot respond to this letter just now.";
      };
    }
  }

  /// Whether it reads from the first response on.
  public boolean oldestFirst() {
    return "oldest".equals(order);
  }

  /// The letter's own house rules; none where its writer set none.
  public List<String> houseRules() {
    return rules == null ? List.of() : rules;
  }

  /// Why this viewer may not respond, or null when she may.
  public @Nullable String refusal(Page page) {
    if (closesAt != null && !closesAt.isAfter(page.now())) {
      return "Responses closed on " + When.dated(page, closesAt) + ".";
    }
    if ("closed".equals(mode)) {
      return "The writer of this letter has closed the responses.";
    }
    return canRespond == null ? null : canRespond.refusal(page.viewer());
  }

  /// Whether a response of this viewer waits because the screening does not answer.
  public boolean screeningIsLate() {
    return comments.stream().anyMatch(Comment::somethingWaitsForScreening);
  }

  /// "24 responses" in words. Who sees something that is not public yet, such as her own response
  /// that waits, is not told that there is nothing.
  public String counted() {
    return count == 0 && !comments.isEmpty() ? "No public responses yet" : counted(count);
  }

  /// So many public responses in words.
  public static String counted(long count) {
    return count == 1
        ? "1 response"
        : count == 0 ? "No responses yet" : "%,d responses".formatted(count);
  }
}
