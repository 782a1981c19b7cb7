package org.openletter.posts.comment;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.outbox.Receiver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps telling comments-service what waits in the outboxes of letters. A letter and the responses
/// that came with it go there under one name, hence in order.
@Configuration
class CommentConfiguration {

  @Bean
  OutboxRelay letterRelay(
      MongoDatabase database, List<Receiver> receivers, Clock clock, OutboxSettings settings) {
    return new OutboxRelay(
        "News of letters for comments-service",
        database.getCollection("letters"),
        List.of("_id"),
        LetterEvent.class,
        receivers,
        clock,
        settings);
  }

  @Bean
  Receiver newsOfLetters(CommentsClient comments) {
    return Receiver.ofMany(
        LetterEvent.LETTER,
        ImportComments.RECEIVER,
        events -> comments.letters(events.stream().map(CommentsClient.News::of).toList()));
  }
}
