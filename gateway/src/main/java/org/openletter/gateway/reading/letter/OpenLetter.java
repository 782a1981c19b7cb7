package org.openletter.gateway.reading.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.Conversation;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// A reader opens a letter. The letter is needed, if only as it was a short while ago; the
/// conversation may be missing.
@Component
class OpenLetter {

  private static final int GONE = 410;

  private final LettersClient letters;
  private final ThreadsClient comments;
  private final RememberedLetters remembered;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  OpenLetter(LettersClient letters, ThreadsClient comments, RememberedLetters remembered) {
    this.letters = letters;
    this.comments = comments;
    this.remembered = remembered;
  }

  /// What there is to see.
  sealed interface Result {

    /// The letter, and the page of its conversation that was asked for, when it is known.
    record Opened(Letter letter, Answer<Conversation> conversation) implements Result {}

    /// The letter as it was a short while ago, because posts-service does not answer.
    record Remembered(Letter letter, Instant at, Answer<Conversation> conversation)
        implements Result {}

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
      Letter letter = letters.find(id).orElse(null);
      if (letter == null) {
        remembered.forget(id);
        return new Result.Absent();
      }
      remembered.remember(letter);
      return new Result.Opened(letter, known(conversation.join()));
    } catch (NoAnswer noAnswer) {
      return asItWas(id, conversation, noAnswer);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (CallRefused refused) {
      if (refused.status() == GONE) {
        remembered.forget(id);
        return new Result.Withdrawn();
      }
      throw refused;
    }
  }

  // comments-service hears of a withdrawal by itself: what it has no public conversation of is not
  // shown from memory.
  private Result asItWas(
      String id,
      CompletableFuture<Answer<Optional<Conversation>>> conversation,
      NoAnswer noAnswer) {
    Answer<Optional<Conversation>> answer = joined(conversation);
    RememberedLetters.Remembered letter = remembered.find(id).orElse(null);
    boolean gone = answer.known().map(Optional::isEmpty).orElse(false);
    if (gone) {
      remembered.forget(id);
    }
    if (letter == null || gone) {
      throw noAnswer;
    }
    return new Result.Remembered(letter.letter(), letter.at(), known(answer));
  }

  // A refusal, such as a page of the conversation that is not there, is no reason to lose the
  // letter.
  private static Answer<Optional<Conversation>> joined(
      CompletableFuture<Answer<Optional<Conversation>>> conversation) {
    try {
      return conversation.join();
    } catch (CompletionException refused) {
      return new Answer.Unknown<>();
    }
  }

  private Answer<Optional<Conversation>> ask(String id, String order, @Nullable String after) {
    return Answer.of(() -> comments.conversation(id, order, after));
  }

  private static Answer<Conversation> known(Answer<Optional<Conversation>> answer) {
    return switch (answer) {
      case Answer.Known<Optional<Conversation>>(var found) when found.isPresent() ->
          new Answer.Known<>(found.get());
      // A letter that comments-service has not heard of yet was published seconds ago.
      case Answer.Known<Optional<Conversation>> _, Answer.Unknown<Optional<Conversation>> _ ->
          new Answer.Unknown<>();
    };
  }
}
