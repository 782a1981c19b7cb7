package org.openletter.posts.importing;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.Receiver;
import org.openletter.platform.text.Initials;
import org.openletter.posts.comment.ImportComments;
import org.openletter.posts.comment.ImportedComments;
import org.openletter.posts.comment.ImportedComments.ImportedComment;
import org.openletter.posts.comment.LetterEvent;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hands batches of imported responses to comments-service, after the letter they belong to. An
/// event only names them, because an outbox has room for few bytes.
@Configuration(proxyBeanMethods = false)
class BatchDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);

  private final Imports imports;
  private final Letters letters;
  private final ImportComments comments;

  BatchDelivery(Imports imports, Letters letters, ImportComments comments) {
    this.imports = imports;
    this.letters = letters;
    this.comments = comments;
  }

  static OutboxEvent event(String id, Instant at, LetterId letterId, Batches batches) {
    return new OutboxEvent(
        id,
        LetterEvent.IMPORT,
        new Document("letterId", letterId.value())
            .append("importId", batches.importId())
            .append("letter", batches.letter())
            .append("first", batches.first())
            .append("end", batches.end())
            .append("initials", batches.initials()),
        at);
  }

  @Bean
  Receiver importedResponses() {
    return Receiver.ofEach(LetterEvent.IMPORT, ImportComments.RECEIVER, this::deliver);
  }

  private void deliver(OutboxEvent event) {
    Document body = event.body();
    String letterId = body.getString("letterId");
    if (letters.find(new LetterId(letterId)).isEmpty()) {
      // It was discarded, or its import cancelled, before its responses could follow it.
      return;
    }
    Batches batches =
        new Batches(
            body.getString("importId"),
            body.getInteger("letter"),
            body.getInteger("first"),
            body.getInteger("end"),
            body.getBoolean("initials"));
    for (int batch = batches.first(); batch < batches.end(); batch++) {
      List<ImportedComment> stored =
          imports.batch(batches.importId(), batches.letter(), batch).orElse(null);
      if (stored == null) {
        LOG.error("a batch of import {} is gone before it was delivered", batches.importId());
        continue;
      }
      // The same at every try, so that comments-service knows what it has already.
      String eventId = Ids.derivedUuid7(event.at(), event.id(), Integer.toString(batch));
      comments.bringIn(letterId, new ImportedComments(eventId, named(stored, batches)));
    }
  }

  private static List<ImportedComment> named(List<ImportedComment> stored, Batches batches) {
    return batches.initials() ? stored.stream().map(BatchDelivery::shorten).toList() : stored;
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
    return Initials.of(name.split("[\\s.]+", -1)).orElse(name);
  }

  /// Which batches of which letter an event speaks of.
  ///
  /// @param first the first one
  /// @param end one after the last one
  /// @param initials whether names are shortened
  record Batches(String importId, int letter, int first, int end, boolean initials) {}
}
