package org.openletter.comments.thread;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from posts-service how a letter stands.
@RestController
class LetterController {

  private final Threads threads;
  private final Clock clock;

  LetterController(Threads threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  /// Takes the event; the same one again, or an older one, changes nothing.
  @PutMapping("/internal/letters/{letterId}")
  ResponseEntity<Void> heard(@PathVariable String letterId, @RequestBody News news) {
    String eventId = news.eventId();
    String creatorId = news.creatorId();
    String state = news.state();
    if (!Letter.isId(letterId) || eventId == null || creatorId == null || state == null) {
      return Problem.fields(missing(news));
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
    return ResponseEntity.noContent().build();
  }

  private static List<FieldProblem> missing(News news) {
    List<FieldProblem> fields = new ArrayList<>();
    if (news.eventId() == null) {
      fields.add(new FieldProblem("eventId", "An event has an id."));
    }
    if (news.creatorId() == null) {
      fields.add(new FieldProblem("creatorId", "A letter has a creator."));
    }
    if (news.state() == null) {
      fields.add(new FieldProblem("state", "A letter has a state."));
    }
    if (fields.isEmpty()) {
      fields.add(new FieldProblem("letterId", "A letter's id has 12 characters of 0-9 and a-z."));
    }
    return fields;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// What posts-service tells.
  record News(
      @Nullable String eventId,
      @Nullable String creatorId,
      @Nullable String creatorName,
      @Nullable String title,
      @Nullable String slug,
      @Nullable String state,
      @Nullable Instant publishedAt) {}
}
