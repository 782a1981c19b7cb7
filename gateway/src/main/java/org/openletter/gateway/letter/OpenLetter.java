package org.openletter.gateway.letter;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.thread.CommentsClient;
import org.openletter.gateway.thread.Conversation;
import org.openletter.platform.call.Answer;
import org.openletter.platform.call.CallRefused;
import org.springframework.stereotype.Component;

/// A reader opens a letter. The letter is needed; the conversation may be missing.
@Component
class OpenLetter {

  private static final int GONE = 410;

  private final LettersClient letters;
  private final CommentsClient comments;

  OpenLetter(LettersClient letters, CommentsClient comments) {
    this.letters = letters;
    this.comments = comments;
  }

  /// What there is to see.
  sealed interface Result {

    /// The letter, and the page of its conversation that was asked for, when it is known.
    record Opened(Letter letter, Answer<Conversation> conversation) implements Result {}

    /// It was public once.
    record Withdrawn() implements Result {}

    /// There is no such public letter, or no such page of its conversation.
    record Absent() implements Result {}
  }

  /// Opens a letter.
  ///
  /// @param order `newest` or `oldest` responses first
  /// @param after where the page of the conversation begins, or null for the first
  Result open(String id, String order, @Nullable String after) {
    try {
      return letters
          .find(id)
          .<Result>map(letter -> new Result.Opened(letter, conversation(letter, order, after)))
          .orElseGet(Result.Absent::new);
    } catch (CallRefused refused) {
      if (refused.status() == GONE) {
        return new Result.Withdrawn();
      }
      throw refused;
    }
  }

  private Answer<Conversation> conversation(Letter letter, String order, @Nullable String after) {
    // A letter that comments-service has not heard of yet was published seconds ago: unknown, too.
    return switch (Answer.of(() -> comments.conversation(letter.id(), order, after))) {
      case Answer.Known<java.util.Optional<Conversation>>(var found) when found.isPresent() ->
          new Answer.Known<>(found.get());
      case Answer.Known<java.util.Optional<Conversation>> _,
          Answer.Unknown<java.util.Optional<Conversation>> _ ->
          new Answer.Unknown<>();
    };
  }
}
