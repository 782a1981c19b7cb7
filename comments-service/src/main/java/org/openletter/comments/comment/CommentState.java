package org.openletter.comments.comment;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a comment is at the moment.
public enum CommentState {
  /// Everybody sees it.
  PUBLISHED("published"),
  /// It waits, for a reason that its author is told.
  HELD("held"),
  /// It was refused at the door; only its author sees it. Nothing does that yet.
  REJECTED("rejected"),
  /// Somebody took it away, with a reason.
  REMOVED("removed"),
  /// Its author took it back.
  DELETED("deleted");

  private final String word;

  CommentState(String word) {
    this.word = word;
  }

  /// The stable word of the API and the database.
  @JsonValue
  public String word() {
    return word;
  }

  /// The state of this word; an unknown one is a bug or a newer version.
  public static CommentState of(String word) {
    for (CommentState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("There is no comment state " + word);
  }
}
