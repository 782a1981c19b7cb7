package org.openletter.comments.event;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.notice.Notice;

/// The notices about a response: their kinds and what the words for them need. None of them quotes
/// the response.
final class CommentNotices {

  private CommentNotices() {}

  static Notice held(Comment comment, String author, HeldFor why, Letter letter) {
    return alone(author, "response-held", with(about(comment, letter), "reason", why.word()));
  }

  static Notice changeHeld(Comment comment, String author, HeldFor why, Letter letter) {
    return alone(
        author, "response-held", with(change(about(comment, letter)), "reason", why.word()));
  }

  static Notice published(Comment comment, String author, Letter letter) {
    return alone(author, "response-published", about(comment, letter));
  }

  static Notice changePublished(Comment comment, String author, Letter letter) {
    return alone(author, "response-published", change(about(comment, letter)));
  }

  static Notice removed(String author, Decision.@Nullable Reason reason, Letter letter) {
    Map<String, String> parameters = about(letter);
    if (reason != null) {
      parameters.put("reason", reason.code());
      with(parameters, "words", reason.text());
    }
    return alone(author, "response-removed", parameters);
  }

  static Notice reply(Comment comment, String to, String answered, Letter letter) {
    return new Notice(
        to, "reply", "reply:" + answered, with(about(comment, letter), "by", writer(comment)));
  }

  static Notice newResponse(Comment comment, Letter letter) {
    return new Notice(
        letter.creatorId(),
        "new-response",
        "new-response:" + letter.id(),
        with(with(about(letter), "slug", letter.slug()), "by", writer(comment)));
  }

  /// Says what happened, which stays true: how many still wait is what the queue says.
  static Notice waiting(Letter letter) {
    return new Notice(letter.creatorId(), "waiting", "waiting:" + letter.id(), about(letter));
  }

  static Notice importedWait(Letter letter, int count) {
    return new Notice(
        letter.creatorId(),
        "imported-waiting",
        "imported:" + letter.id(),
        with(about(letter), "responses", Integer.toString(count)));
  }

  private static Notice alone(String accountId, String kind, Map<String, String> parameters) {
    return new Notice(accountId, kind, null, parameters);
  }

  private static Map<String, String> about(Letter letter) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("letter", letter.id());
    return with(parameters, "title", letter.title());
  }

  private static Map<String, String> about(Comment comment, Letter letter) {
    return with(about(letter), "comment", comment.id());
  }

  private static Map<String, String> change(Map<String, String> parameters) {
    return with(parameters, "what", "change");
  }

  // What is empty is left out.
  private static Map<String, String> with(
      Map<String, String> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, value);
    }
    return parameters;
  }

  private static String writer(Comment comment) {
    String handle = comment.origin().author().handle();
    return handle == null ? comment.origin().author().name() : handle;
  }
}
