package org.openletter.posts;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The clock of this service.
@Configuration
class PostsTime {

  // The database keeps milliseconds: the first answer must not say more than a later one can.
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
