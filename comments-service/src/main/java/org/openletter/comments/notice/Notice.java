package org.openletter.comments.notice;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.platform.outbox.OutboxEvent;

/// One notice for one person. It never quotes a response: whoever may read it follows `href`.
///
/// @param accountId whose inbox
/// @param kind `response-held`, `response-published`, `response-removed`, `reply`, `waiting` or
///   `new-response`
/// @param group unread notices of one group become one; null when each stands alone
/// @param sentence what happened
/// @param sentenceMany the same for several, with `{count}` in it; null without a group
/// @param detail a second line, for example a reason in the creator's own words
/// @param href a page of this site
public record Notice(
    String accountId,
    String kind,
    @Nullable String group,
    String sentence,
    @Nullable String sentenceMany,
    @Nullable String detail,
    String href) {

  /// The event that delivers it, not before `at`.
  public OutboxEvent event(String eventId, Instant at) {
    return new OutboxEvent(
        eventId,
        CommentEvent.NOTICE,
        new Document("eventId", eventId)
            .append("accountId", accountId)
            .append("kind", kind)
            .append("group", group)
            .append("sentence", sentence)
            .append("sentenceMany", sentenceMany)
            .append("detail", detail)
            .append("href", href),
        at);
  }
}
