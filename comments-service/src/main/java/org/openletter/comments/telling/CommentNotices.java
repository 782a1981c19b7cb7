package org.openletter.comments.telling;

import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.notice.Notice;

/// The words of the notices about a response. None of them quotes it.
final class CommentNotices {

  private CommentNotices() {}

  static Notice held(Comment comment, String author, HeldFor why, Letter letter) {
    String sentence =
        why == HeldFor.SCREENING_PENDING
            ? "Your response to %s is kept and will be checked.".formatted(named(letter))
            : "Your response to %s waits for its writer.".formatted(named(letter));
    return new Notice(author, "response-held", null, sentence, null, why.sentence(), page(comment));
  }

  static Notice changeHeld(Comment comment, String author, HeldFor why, Letter letter) {
    return new Notice(
        author,
        "response-held",
        null,
        "Your change of a response to %s waits. The old words stay public."
            .formatted(named(letter)),
        null,
        why.sentence(),
        page(comment));
  }

  static Notice published(Comment comment, String author, Letter letter) {
    return new Notice(
        author,
        "response-published",
        null,
        "Your response to %s is public.".formatted(named(letter)),
        null,
        null,
        page(comment));
  }

  static Notice changePublished(Comment comment, String author, Letter letter) {
    return new Notice(
        author,
        "response-published",
        null,
        "Your change of a response to %s is public.".formatted(named(letter)),
        null,
        null,
        page(comment));
  }

  static Notice removed(String author, Decision.@Nullable Reason reason, Letter letter) {
    return new Notice(
        author,
        "response-removed",
        null,
        "Your response to %s was removed by the writer of this letter%s."
            .formatted(named(letter), reason == null ? "" : ": " + reason.label()),
        null,
        reason == null || reason.text().isEmpty() ? null : reason.text(),
        "/me/comments");
  }

  static Notice reply(Comment comment, String to, String answered, Letter letter) {
    return new Notice(
        to,
        "reply",
        "reply:" + answered,
        "%s replied to your response to %s.".formatted(writer(comment), named(letter)),
        "{count} replies to your response to %s.".formatted(named(letter)),
        null,
        page(comment));
  }

  static Notice newResponse(Comment comment, Letter letter) {
    return new Notice(
        letter.creatorId(),
        "new-response",
        "new-response:" + letter.id(),
        "%s responded to %s.".formatted(writer(comment), named(letter)),
        "{count} new responses to %s.".formatted(named(letter)),
        null,
        "/letters/%s/%s#thread".formatted(letter.id(), slug(letter)));
  }

  /// Says what happened, which stays true: how many still wait is what the queue says.
  static Notice waiting(Letter letter) {
    return new Notice(
        letter.creatorId(),
        "waiting",
        "waiting:" + letter.id(),
        "A response to %s was held for you.".formatted(named(letter)),
        "{count} responses to %s were held for you.".formatted(named(letter)),
        null,
        "/studio/queue");
  }

  static Notice importedWait(Letter letter, int count) {
    String sentence =
        count == 1
            ? "1 response that came with %s was held for you.".formatted(named(letter))
            : "%d responses that came with %s were held for you.".formatted(count, named(letter));
    return new Notice(
        letter.creatorId(),
        "waiting",
        "imported:" + letter.id(),
        sentence,
        "Responses that came with %s were held for you.".formatted(named(letter)),
        null,
        "/studio/queue");
  }

  private static String named(Letter letter) {
    return letter.title().isEmpty() ? "a letter" : "“" + letter.title() + "”";
  }

  private static String slug(Letter letter) {
    return letter.slug().isEmpty() ? "letter" : letter.slug();
  }

  private static String writer(Comment comment) {
    String handle = comment.origin().author().handle();
    return handle == null ? comment.origin().author().name() : handle;
  }

  private static String page(Comment comment) {
    return "/letters/%s/comments/%s".formatted(comment.letterId(), comment.id());
  }
}
