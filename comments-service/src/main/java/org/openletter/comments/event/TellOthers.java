package org.openletter.comments.event;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.comments.notice.NoticesClient;
import org.openletter.comments.statement.StatementsClient;
import org.openletter.comments.storage.Comments;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.outbox.Receiver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who hears what comments have in their outboxes. Notices and statements go to two services: one
/// that is silent holds back nothing of the other's.
@Configuration(proxyBeanMethods = false)
class TellOthers {

  @Bean
  OutboxRelay commentRelay(
      MongoDatabase database, List<Receiver> receivers, Clock clock, OutboxSettings settings) {
    return new OutboxRelay(
        "Notices and statements about responses",
        database.getCollection(Comments.COLLECTION),
        List.of("letterId", "_id"),
        CommentEvent.class,
        receivers,
        clock,
        settings);
  }

  @Bean
  Receiver inboxes(NoticesClient notices) {
    return Receiver.ofMany(
        CommentEvent.NOTICE, "profiles-service", events -> notices.deliver(bodies(events)));
  }

  @Bean
  Receiver statementsOnFile(StatementsClient statements) {
    return Receiver.ofMany(
        CommentEvent.STATEMENT, "moderation-service", events -> statements.deliver(bodies(events)));
  }

  private static List<Document> bodies(List<OutboxEvent> events) {
    return events.stream().map(OutboxEvent::body).toList();
  }
}
