package org.openletter.posts.author;

import java.util.Optional;
import org.openletter.posts.letter.Author;

/// The last rename of each account that ever had another name.
interface Renames {

  /// Remembers a rename, unless a newer one is remembered: event ids ascend.
  void remember(String eventId, Author author);

  /// What this account is called since its last rename; empty when it never had one.
  Optional<Author> last(String accountId);
}
