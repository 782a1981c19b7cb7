package org.openletter.posts.letter;

/// Names one letter for ever, also after it was withdrawn.
public record LetterId(String value) {

  /// What an id looks like, for addresses.
  public static final String PATTERN = "[0-9a-z]{12}";

  public LetterId {
    if (!value.matches(PATTERN)) {
      throw new IllegalArgumentException("A letter id has 12 characters of 0-9 and a-z: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
