package org.openletter.posts.author;

import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letters;
import org.springframework.stereotype.Component;

/// Keeps the names of authors in letters what they are now. A token says for five minutes what
/// somebody was called before, and an import keeps for days what it said; so whoever writes a name
/// asks for the one of now, and looks again when it is written.
///
/// If a token knows a newer name than this service has heard of, the older one is written, and the
/// news that is under way changes it like all others.
@Component
public class AuthorNames {

  private final Renames renames;
  private final Letters letters;

  AuthorNames(Renames renames, Letters letters) {
    this.renames = renames;
    this.letters = letters;
  }

  /// Whom a token names, as she is called now.
  public Author now(Author named) {
    return renames.last(named.id()).orElse(named);
  }

  /// This was just written into a letter. A rename that came between asking and writing did not
  /// reach it: it is remembered before it goes through the letters, so it is found here.
  public void written(Author author) {
    Author written = author;
    Author now = now(written);
    while (!now.equals(written)) {
      letters.rename(now);
      written = now;
      now = now(written);
    }
  }

  /// Somebody has another name. The same event again, or an older one, changes nothing.
  void renamed(String eventId, Author author) {
    renames.remember(eventId, author);
    Author last = now(author);
    letters.rename(last);
    written(last);
  }
}
