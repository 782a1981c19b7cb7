package org.openletter.comments.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.platform.outbox.OutboxEvent;

/// Why a response was restricted, or that it is so no longer.
///
/// @param kind `restriction` or `lifted`
/// @param accountId the person concerned; null for an imported name
/// @param action what was done: `held`, `removed`, `change-held`; for `lifted` what ended
/// @param facts the own words of whoever decided; may be empty
/// @param rule which rule that touches, one word
/// @param automated whether a machine alone decided
/// @param by `screening`, `thread-rule` or `writer-of-letter`
/// @param reasons code of each, and what the words for it need
/// @param version of the screening that looked; null when none did
public record Statement(
    String kind,
    String letterId,
    String commentId,
    @Nullable String accountId,
    String action,
    String facts,
    String rule,
    boolean automated,
    String by,
    List<Reason> reasons,
    @Nullable String version) {

  /// Whether both give the same reasons under the same rule, whichever screening looked.
  public boolean saysTheSameAs(Statement other) {
    return rule.equals(other.rule) && reasons.equals(other.reasons);
  }

  /// The event that has it filed at once.
  public OutboxEvent event(String eventId, Instant now) {
    return new OutboxEvent(
        eventId,
        CommentEvent.STATEMENT,
        new Document("eventId", eventId)
            .append("kind", kind)
            .append("letterId", letterId)
            .append("commentId", commentId)
            .append("accountId", accountId)
            .append("action", action)
            .append("facts", facts)
            .append("rule", rule)
            .append("automated", automated)
            .append("by", by)
            .append("reasons", reasons.stream().map(Reason::write).toList())
            .append("version", version)
            .append("at", now.toString()),
        now);
  }

  /// One reason.
  public record Reason(String code, Map<String, Object> parameters) {

    private Document write() {
      return new Document("code", code).append("parameters", new Document(parameters));
    }
  }
}
