package org.openletter.comments.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.comments.storage.Comments;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.outbox.Heard;
import org.openletter.platform.outbox.Outbox;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.problem.NoAnswer;

class TellOthersTest {

  private static final Instant NOW = Instant.parse("2026-11-14T10:00:00Z");

  @Test
  void aSilentServiceHoldsBackNothingThatAnotherHasToHear() {
    try (EmbeddedMongo server = EmbeddedMongo.inMemory();
        MongoClient client = MongoClients.create(server.uri())) {
      MongoDatabase database = client.getDatabase("telling");
      Document comment = new Document("_id", "c").append("letterId", "l");
      Outbox.into(
          comment,
          List.of(
              event("statement", CommentEvent.STATEMENT), event("notice", CommentEvent.NOTICE)));
      database.getCollection(Comments.COLLECTION).createIndexes(List.of(Outbox.index()));
      database.getCollection(Comments.COLLECTION).insertOne(comment);
      List<String> heard = Collections.synchronizedList(new ArrayList<>());

      relay(database, heard).relayOnce();

      assertThat(heard).containsExactly("notice");
      Document stored = database.getCollection(Comments.COLLECTION).find().limit(1).first();
      assertThat(Objects.requireNonNull(stored).getList("outbox", Document.class))
          .extracting(left -> left.getString("id"))
          .containsExactly("statement");
    }
  }

  private static OutboxRelay relay(MongoDatabase database, List<String> heard) {
    TellOthers telling = new TellOthers();
    return telling.commentRelay(
        database,
        List.of(
            telling.inboxes(events -> heard(events, heard)),
            telling.statementsOnFile(_ -> {
              throw new NoAnswer("moderation-service", "it is down");
            })),
        Clock.fixed(NOW, ZoneOffset.UTC),
        new OutboxSettings(
            Duration.ofMillis(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15)));
  }

  private static Heard heard(List<? extends Map<String, Object>> events, List<String> heard) {
    List<String> ids = events.stream().map(event -> String.valueOf(event.get("of"))).toList();
    heard.addAll(ids);
    return new Heard(ids, List.of());
  }

  private static OutboxEvent event(String id, CommentEvent kind) {
    return new OutboxEvent(id, kind, new Document("of", id), NOW);
  }
}
