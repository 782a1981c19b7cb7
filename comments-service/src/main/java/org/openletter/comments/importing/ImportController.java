package org.openletter.comments.importing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
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
      return CommentsRefusals.tooLargeBatch(MOST).answer();
    }
    List<ImportedComment> comments =
        batch.comments().stream().filter(Objects::nonNull).map(c -> c).toList();
    return switch (importComments.bringIn(letterId, batch.eventId(), comments)) {
      case ImportComments.Result.Stored() -> ResponseEntity.noContent().build();
      case ImportComments.Result.No(var why) -> why.answer();
    };
  }

  /// One batch.
  record Batch(@Nullable String eventId, @Nullable List<@Nullable ImportedComment> comments) {}
}
