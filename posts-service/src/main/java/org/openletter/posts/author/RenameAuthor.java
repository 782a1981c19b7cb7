package org.openletter.posts.author;

import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letters;
import org.springframework.stereotype.Component;

/// Gives the letters of an author her new name. Doing it twice changes nothing.
@Component
class RenameAuthor {

  private final Letters letters;

  RenameAuthor(Letters letters) {
    this.letters = letters;
  }

  void rename(Author author) {
    letters.rename(author);
  }
}
