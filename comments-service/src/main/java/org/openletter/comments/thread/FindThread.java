package org.openletter.comments.thread;

import java.time.Clock;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.letter.LettersClient;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// Finds the thread of a letter, asking posts-service when it is not known or known too long.
@Component
public class FindThread {

  private static final String POSTS = "posts-service";

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
    ///
    /// @param silent the service that does not answer: posts-service, or profiles-service, without
    ///   which this one cannot say who is asking
    record Unknown(String silent) implements Result {}
  }

  /// For reading: what this service heard last is good enough, unless that was before the letter
  /// was published. Then the news of it may be under way, and posts-service is asked.
  public Result readable(String letterId) {
    return switch (heard(letterId)) {
      case Result.Known(var thread) when thread.letter().maySoonBePublished() ->
          ask(letterId) instanceof Result.Known newer ? newer : new Result.Known(thread);
      case Result.Known known -> known;
      case Result.Absent absent -> absent;
      case Result.Unknown unknown -> unknown;
    };
  }

  /// What this service heard last; posts-service is asked only about a letter that is new here.
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
    try {
      return letters
          .find(letterId)
          .map(told -> remember(letterId, told))
          .orElseGet(Result.Absent::new);
    } catch (NoAnswer noAnswer) {
      return new Result.Unknown(noAnswer.service());
    }
  }

  private Result remember(String letterId, LettersClient.Told told) {
    return told.about(letterId)
        .<Result>map(
            letter -> new Result.Known(threads.verified(told.asOf(), letter, clock.instant())))
        .orElseGet(() -> new Result.Unknown(POSTS));
  }
}
