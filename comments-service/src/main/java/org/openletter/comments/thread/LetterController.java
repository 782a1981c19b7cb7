package org.openletter.comments.thread;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;
import org.openletter.platform.outbox.Heard;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from posts-service how letters stand.
@RestController
class LetterController {

  private final Threads threads;
  private final Clock clock;

  LetterController(Threads threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  /// Takes the events; the same one again, or an older one, changes nothing.
  @PutMapping("/internal/letters")
  ResponseEntity<Heard> heard(@RequestBody List<@Nullable News> news) {
    return Heard.each(news, News::eventId, this::heard);
  }

  private Optional<String> heard(News news) {
    String eventId = news.eventId();
    String letterId = news.letterId();
    String creatorId = news.creatorId();
    String state = news.state();
    if (eventId == null
        || letterId == null
        || !Letter.isId(letterId)
        || creatorId == null
        || state == null) {
      return Optional.of(Heard.INVALID);
    }
    threads.heard(
        eventId,
        new Letter(
            letterId,
            creatorId,
            orEmpty(news.creatorName()),
            orEmpty(news.title()),
            orEmpty(news.slug()),
            state,
            news.publishedAt()),
        clock.instant());
    return Optional.empty();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// What posts-service tells.
  record News(
      @Nullable String eventId,
      @Nullable String letterId,
      @Nullable String creatorId,
      @Nullable String creatorName,
      @Nullable String title,
      @Nullable String slug,
      @Nullable String state,
      @Nullable Instant publishedAt) {}
}
