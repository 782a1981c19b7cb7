package org.openletter.posts.author;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Heard;
import org.openletter.posts.letter.Author;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from profiles-service who has another name.
@RestController
class AuthorController {

  private final AuthorNames names;

  AuthorController(AuthorNames names) {
    this.names = names;
  }

  @PutMapping("/internal/authors")
  ResponseEntity<Heard> renamed(@RequestBody List<@Nullable NewName> renamed) {
    return Heard.each(renamed, NewName::eventId, this::renamed);
  }

  private Optional<String> renamed(NewName name) {
    String eventId = name.eventId();
    String accountId = name.accountId();
    String handle = name.handle();
    String called = name.name();
    if (eventId == null || accountId == null || handle == null || called == null) {
      return Optional.of(Heard.INVALID);
    }
    names.renamed(eventId, new Author(accountId, handle, called));
    return Optional.empty();
  }

  /// What profiles-service tells.
  record NewName(
      @Nullable String eventId,
      @Nullable String accountId,
      @Nullable String handle,
      @Nullable String name) {}
}
