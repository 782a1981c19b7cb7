package org.openletter.gateway.conversation.composer;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.look.page.When;
import org.openletter.gateway.neighbour.comments.Conversation;

/// Why somebody may not write below a letter, in words.
public final class Refusal {

  private Refusal() {}

  /// Why this viewer may not respond, or null when she may.
  public static @Nullable String of(Conversation conversation, Page page) {
    var closesAt = conversation.closesAt();
    if (closesAt != null && !closesAt.isAfter(page.now())) {
      return "Responses closed on " + When.dated(page, closesAt) + ".";
    }
    if ("closed".equals(conversation.mode())) {
      return "The writer of this letter has closed the responses.";
    }
    return of(conversation.canRespond(), page.viewer());
  }

  /// Why this viewer may not respond, or null. A stranger may always begin: whether she may is
  /// asked once it is known who she is.
  static @Nullable String of(Conversation.@Nullable Permission permission, Viewer viewer) {
    if (permission == null || permission.allowed() || !viewer.isSignedIn()) {
      return null;
    }
    String why = permission.why();
    return why == null ? null : sentence(why);
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
