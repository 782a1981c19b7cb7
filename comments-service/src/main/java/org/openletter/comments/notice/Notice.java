package org.openletter.comments.notice;

import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.platform.outbox.OutboxEvent;

/// One notice for one person: what happened, as a kind and what the words for it need. The words
/// themselves are made where they are read. It never quotes a response.
///
/// @param accountId whose inbox
/// @param kind a stable word such as `reply`
/// @param group unread notices of one group become one; null when each stands alone
/// @param parameters what the words for it need, by name: ids, codes, names, people's own words
public record Notice(
    String accountId, String kind, @Nullable String group, Map<String, String> parameters) {

  /// The event that delivers it, not before `at`.
  public OutboxEvent event(String eventId, Instant at) {
    return new OutboxEvent(
        eventId,
        CommentEvent.NOTICE,
        new Document("eventId", eventId)
            .append("accountId", accountId)
            .append("kind", kind)
            .append("group", group)
            .append("parameters", new Document(Map.copyOf(parameters))),
        at);
  }
}
