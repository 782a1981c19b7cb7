package org.openletter.comments.thread;

import java.time.Clock;
import java.util.Optional;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.letter.LettersClient;
import org.openletter.platform.call.Answer;
import org.springframework.stereotype.Component;

/// Finds the thread of a letter, asking posts-service when it is not known or known too long.
@Component
public class FindThread {

  private final Threads threads;
  private final LettersClient letters;
  private final ThreadLimits limits;
  private final Clock clock;

  FindThread(Threads threads, LettersClient letters, ThreadLimits limits, Clock clock) {
    this.threads = threads;
    this.letters = letters;
    this.limits = limits;
    this.clock = clock;
  }

  /// What is known of a thread.
  public sealed interface Result {

    /// Here it is, whatever the state of its letter.
    record Known(CommentThread thread) implements Result {}

    /// There is no such letter.
    record Absent() implements Result {}

    /// Nobody can say right now.
    record Unknown() implements Result {}
  }

  /// For reading: what this service heard last is good enough.
  public Result heard(String letterId) {
    if (!Letter.isId(letterId)) {
      return new Result.Absent();
    }
    return threads.find(letterId).<Result>map(Result.Known::new).orElseGet(() -> ask(letterId));
  }

  /// For writing: posts-service confirmed the letter a moment ago or does so now. On doubt nothing
  /// is accepted.
  public Result verified(String letterId) {
    if (!Letter.isId(letterId)) {
      return new Result.Absent();
    }
    return threads
        .find(letterId)
        .filter(t -> t.verifiedAt().plus(limits.verifiedFor()).isAfter(clock.instant()))
        .<Result>map(Result.Known::new)
        .orElseGet(() -> ask(letterId));
  }

  private Result ask(String letterId) {
    return switch (Answer.of(() -> letters.find(letterId))) {
      case Answer.Unknown<Optional<LettersClient.Told>>() -> new Result.Unknown();
      case Answer.Known<Optional<LettersClient.Told>>(var told) ->
          told.isEmpty() ? new Result.Absent() : remember(letterId, told.get());
    };
  }

  private Result remember(String letterId, LettersClient.Told told) {
    return told.about(letterId)
        .<Result>map(letter -> new Result.Known(threads.verified(letter, clock.instant())))
        .orElseGet(Result.Unknown::new);
  }
}
