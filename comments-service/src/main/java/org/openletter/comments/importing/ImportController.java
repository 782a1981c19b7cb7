package org.openletter.comments.importing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes batches of imported comments from posts-service.
@RestController
class ImportController {

  /// Largest batch.
  private static final int MOST = 200;

  private final ImportComments importComments;

  ImportController(ImportComments importComments) {
    this.importComments = importComments;
  }

  @PutMapping("/internal/letters/{letterId}/imports")
  ResponseEntity<Void> bringIn(@PathVariable String letterId, @RequestBody Batch batch) {
    if (batch.eventId() == null || batch.comments() == null || batch.comments().size() > MOST) {
      return Problem.fields(
          List.of(
              new FieldProblem(
                  "comments", "A batch has an eventId and at most " + MOST + " comments.")));
    }
    List<ImportedComment> comments =
        batch.comments().stream().filter(Objects::nonNull).map(c -> c).toList();
    return switch (importComments.bringIn(letterId, batch.eventId(), comments)) {
      case STORED -> ResponseEntity.noContent().build();
      case ABSENT -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such letter.");
      case UNKNOWN ->
          Problem.retryLater(
              HttpStatus.SERVICE_UNAVAILABLE,
              "no-answer",
              "Whether there is such a letter is not known right now.",
              Duration.ofSeconds(2));
    };
  }

  /// One batch.
  record Batch(@Nullable String eventId, @Nullable List<@Nullable ImportedComment> comments) {}
}
