package org.openletter.gateway.letter;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

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
    // Both are asked at once: most often both are needed, and the slower one is waited for once.
    var conversation = CompletableFuture.supplyAsync(() -> ask(id, order, after), threads);
    try {
      return letters
          .find(id)
          .<Result>map(letter -> new Result.Opened(letter, conversation.join()))
          .orElseGet(Result.Absent::new);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (CallRefused refused) {
      if (refused.status() == GONE) {
        return new Result.Withdrawn();
      }
      throw refused;
    }
  }

  private Answer<Conversation> ask(String id, String order, @Nullable String after) {
    return switch (Answer.of(() -> comments.conversation(id, order, after))) {
      case Answer.Known<Optional<Conversation>>(var found) when found.isPresent() ->
          new Answer.Known<>(found.get());
      // A letter that comments-service has not heard of yet was published seconds ago.
      case Answer.Known<Optional<Conversation>> _, Answer.Unknown<Optional<Conversation>> _ ->
          new Answer.Unknown<>();
    };
  }
}
