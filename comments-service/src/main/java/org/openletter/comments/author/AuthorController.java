package org.openletter.comments.author;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Heard;
import org.openletter.platform.text.PlainText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from profiles-service who has another name. Their comments follow in the background.
@RestController
class AuthorController {

  private final Renames renames;
  private final Clock clock;

  AuthorController(Renames renames, Clock clock) {
    this.renames = renames;
    this.clock = clock;
  }

  @PutMapping("/internal/authors")
  ResponseEntity<Heard> renamed(@RequestBody List<@Nullable NewName> names) {
    return Heard.each(names, NewName::eventId, this::renamed);
  }

  private Optional<String> renamed(NewName name) {
    String accountId = name.accountId();
    String eventId = name.eventId();
    String handle = name.handle();
    String called = name.name();
    if (accountId == null || eventId == null || handle == null || called == null) {
      return Optional.of(Heard.INVALID);
    }
    renames.heard(accountId, eventId, handle, PlainText.cleanLine(called), clock.instant());
    return Optional.empty();
  }

  /// What profiles-service tells.
  record NewName(
      @Nullable String eventId,
      @Nullable String accountId,
      @Nullable String handle,
      @Nullable String name) {}
}
