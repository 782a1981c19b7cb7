package org.openletter.posts.author;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letters;

/// Renames without a database.
public final class InMemoryRenames implements Renames {

  private record Rename(String eventId, Author author) {}

  private final Map<String, Rename> last = new HashMap<>();

  /// The names of the authors of these letters.
  public AuthorNames names(Letters letters) {
    return new AuthorNames(this, letters);
  }

  /// profiles-service tells of a new name.
  public static void heard(AuthorNames names, String eventId, Author author) {
    names.renamed(eventId, author);
  }

  @Override
  public void remember(String eventId, Author author) {
    last.merge(
        author.id(),
        new Rename(eventId, author),
        (before, now) -> before.eventId().compareTo(now.eventId()) < 0 ? now : before);
  }

  @Override
  public Optional<Author> last(String accountId) {
    return Optional.ofNullable(last.get(accountId)).map(Rename::author);
  }
}
