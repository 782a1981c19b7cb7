package org.openletter.comments.author;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.text.PlainText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from profiles-service that somebody has another name. Her comments follow in the
/// background.
@RestController
class AuthorController {

  private final Renames renames;
  private final Clock clock;

  AuthorController(Renames renames, Clock clock) {
    this.renames = renames;
    this.clock = clock;
  }

  @PutMapping("/internal/authors/{accountId}")
  ResponseEntity<Void> renamed(@PathVariable String accountId, @RequestBody NewName name) {
    if (name.eventId() == null || name.handle() == null || name.name() == null) {
      return Problem.fields(
          List.of(new FieldProblem("name", "A rename has an eventId, a handle and a name.")));
    }
    renames.heard(
        accountId,
        name.eventId(),
        name.handle(),
        PlainText.cleanLine(name.name()),
        clock.instant());
    return ResponseEntity.noContent().build();
  }

  /// What profiles-service tells.
  record NewName(@Nullable String eventId, @Nullable String handle, @Nullable String name) {}
}
