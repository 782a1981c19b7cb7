package org.openletter.posts.reading;

import org.openletter.posts.letter.Author;

/// What the public knows of an author.
record PublicAuthor(String handle, String name) {

  static PublicAuthor of(Author author) {
    return new PublicAuthor(author.handle(), author.name());
  }
}
