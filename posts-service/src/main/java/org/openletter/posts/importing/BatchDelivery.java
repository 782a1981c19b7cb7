package org.openletter.posts.importing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.bson.Document;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.comment.BringInComments;
import org.openletter.posts.comment.Delivery;
import org.openletter.posts.comment.ImportedComments;
import org.openletter.posts.comment.ImportedComments.ImportedComment;
import org.openletter.posts.letter.LetterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands one batch of imported responses to comments-service, after the letter they belong to. The
/// event only names the batch, because an outbox has room for few bytes.
@Component
class BatchDelivery implements Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);

  private static final String KIND = "import";

  private static final int MOST_INITIALS = 3;

  private final Imports imports;
  private final BringInComments comments;

  BatchDelivery(Imports imports, BringInComments comments) {
    this.imports = imports;
    this.comments = comments;
  }

  static OutboxEvent event(
      String id,
      Instant at,
      LetterId letterId,
      String importId,
      int letter,
      int batch,
      boolean initials) {
    return new OutboxEvent(
        id,
        KIND,
        new Document("letterId", letterId.value())
            .append("importId", importId)
            .append("letter", letter)
            .append("batch", batch)
            .append("initials", initials),
        at);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void deliver(OutboxEvent event) {
    Document body = event.body();
    List<ImportedComment> batch =
        imports
            .batch(body.getString("importId"), body.getInteger("letter"), body.getInteger("batch"))
            .orElse(null);
    if (batch == null) {
      LOG.error("a batch of import {} is gone before it was delivered", body.get("importId"));
      return;
    }
    boolean initials = body.getBoolean("initials");
    comments.bringIn(
        body.getString("letterId"),
        new ImportedComments(
            event.id(), initials ? batch.stream().map(BatchDelivery::shorten).toList() : batch));
  }

  private static ImportedComment shorten(ImportedComment comment) {
    return new ImportedComment(
        comment.source(),
        comment.parentSource(),
        initials(comment.name()),
        comment.text(),
        comment.at(),
        comment.approved(),
        comment.verdict());
  }

  /// "Thandi M" becomes "T. M."; a name without letters stays as it is.
  static String initials(String name) {
    StringJoiner initials = new StringJoiner(" ");
    int count = 0;
    for (String part : name.split("[\\s.]+", -1)) {
      int first = part.codePoints().filter(Character::isLetter).findFirst().orElse(0);
      if (first != 0 && count++ < MOST_INITIALS) {
        initials.add(Character.toString(first).toUpperCase(Locale.ROOT) + ".");
      }
    }
    return count == 0 ? name : initials.toString();
  }
}
