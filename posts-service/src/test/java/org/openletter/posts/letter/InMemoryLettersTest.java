package org.openletter.posts.letter;

class InMemoryLettersTest extends LettersContract {

  private final Letters letters = new InMemoryLetters();
  private final Versions versions = new InMemoryVersions();

  @Override
  Letters letters() {
    return letters;
  }

  @Override
  Versions versions() {
    return versions;
  }
}
