package org.openletter.posts.comment;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps telling comments-service what waits in the outboxes of letters.
@Configuration
class CommentConfiguration {

  @Bean
  OutboxRelay letterRelay(
      MongoDatabase database, List<Delivery> deliveries, Clock clock, OutboxSettings settings) {
    Map<String, Delivery> byKind =
        deliveries.stream().collect(Collectors.toMap(Delivery::kind, Function.identity()));
    return new OutboxRelay(
        "News of letters for comments-service",
        database.getCollection("letters"),
        List.of("_id"),
        event -> deliver(byKind.get(event.kind()), event),
        clock,
        settings);
  }

  private static void deliver(
      @org.jspecify.annotations.Nullable Delivery delivery, OutboxEvent event) {
    if (delivery == null) {
      throw new IllegalStateException("nobody delivers events of the kind " + event.kind());
    }
    delivery.deliver(event);
  }
}
