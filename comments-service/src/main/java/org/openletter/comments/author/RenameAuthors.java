package org.openletter.comments.author;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openletter.comments.schedule.WorkSettings;
import org.openletter.comments.storage.CommentAuthors;
import org.springframework.stereotype.Component;

/// Writes the new name of an author into her comments, in batches.
@Component
class RenameAuthors {

  private static final int BATCH = 200;

  /// Longer than a token lives: until then she may still write under the old name.
  static final Duration OLD_TOKENS = Duration.ofMinutes(6);

  private final Renames renames;
  private final CommentAuthors authors;
  private final WorkSettings settings;
  private final Clock clock;

  RenameAuthors(Renames renames, CommentAuthors authors, WorkSettings settings, Clock clock) {
    this.renames = renames;
    this.authors = authors;
    this.settings = settings;
    this.clock = clock;
  }

  /// Goes on with one rename. Whether there may be more to do.
  boolean renameOnce() {
    Instant now = clock.instant();
    Optional<Renames.Rename> taken = renames.take(now, now.plus(settings.lease()));
    taken.ifPresent(this::rename);
    return taken.isPresent();
  }

  private void rename(Renames.Rename rename) {
    Optional<String> reached = Optional.of(rename.after());
    while (reached.isPresent()) {
      reached =
          authors.rename(rename.accountId(), rename.handle(), rename.name(), reached.get(), BATCH);
      reached.ifPresent(
          last -> renames.reached(rename, last, clock.instant().plus(settings.lease())));
    }
    if (rename.again()) {
      renames.done(rename);
    } else {
      renames.onceMore(rename, clock.instant().plus(OLD_TOKENS));
    }
  }
}
