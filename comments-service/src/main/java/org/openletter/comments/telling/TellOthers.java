package org.openletter.comments.telling;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.openletter.comments.keeping.Comments;
import org.openletter.comments.notice.Notice;
import org.openletter.comments.notice.NoticesClient;
import org.openletter.comments.statement.Statement;
import org.openletter.comments.statement.StatementsClient;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Carries what comments have in their outboxes to those who have to hear it.
@Configuration(proxyBeanMethods = false)
class TellOthers {

  @Bean
  OutboxRelay commentRelay(
      MongoDatabase database,
      NoticesClient notices,
      StatementsClient statements,
      Clock clock,
      OutboxSettings settings) {
    return new OutboxRelay(
        "Notices and statements about responses",
        database.getCollection(Comments.COLLECTION),
        List.of("letterId", "_id"),
        // Notices and statements go to two services: one that is silent holds back nothing of the
        // other's.
        OutboxEvent::kind,
        event -> deliver(event, notices, statements),
        clock,
        settings);
  }

  private static void deliver(
      OutboxEvent event, NoticesClient notices, StatementsClient statements) {
    switch (event.kind()) {
      case Notice.EVENT -> notices.deliver(event.body());
      case Statement.EVENT -> statements.deliver(event.body());
      default -> throw new IllegalStateException("Nobody hears of " + event.kind());
    }
  }
}
