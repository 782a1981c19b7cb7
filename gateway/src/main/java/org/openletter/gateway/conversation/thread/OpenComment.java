package org.openletter.gateway.conversation.thread;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.CommentInPlace;
import org.openletter.gateway.neighbour.comments.Replies;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.CallRefused;
import org.springframework.stereotype.Component;

/// A reader opens one response in its place, or more of the replies to it.
@Component
public class OpenComment {

  private static final int GONE = 410;

  private final LettersClient letters;
  private final ThreadsClient comments;

  OpenComment(LettersClient letters, ThreadsClient comments) {
    this.letters = letters;
    this.comments = comments;
  }

  /// What there is to see of the kind that was asked for.
  public sealed interface Result<T> {

    /// It is there, on this letter.
    record Opened<T>(Subject letter, T found) implements Result<T> {}

    /// The letter was public once; its conversation went with it.
    record Withdrawn<T>() implements Result<T> {}

    /// There is nothing public at this address.
    record Absent<T>() implements Result<T> {}
  }

  /// Opens one response.
  public Result<CommentInPlace> open(String letterId, String id) {
    return on(letterId, letter -> comments.comment(letter.id(), id));
  }

  /// Opens a response of the viewer's own. She can do without the name of the letter; whether that
  /// is public is known to comments-service too. Empty when there is no response of hers.
  public Optional<OwnComment> own(String letterId, String id) {
    return switch (Answer.of(() -> this.<Subject>on(letterId, Optional::of))) {
      case Answer.Known<Result<Subject>>(Result.Opened<Subject>(var letter, _)) ->
          own(letterId, letter, id);
      case Answer.Known<Result<Subject>> _ -> Optional.empty();
      case Answer.Unknown<Result<Subject>> _ -> own(letterId, null, id);
    };
  }

  private Optional<OwnComment> own(String letterId, @Nullable Subject letter, String id) {
    return comments
        .comment(letterId, id)
        .map(CommentInPlace::comment)
        .filter(comment -> comment.mine() && comment.tombstone() == null)
        .map(comment -> new OwnComment(letterId, letter, comment));
  }

  /// Opens more of the replies to one response.
  Result<Replies> replies(String letterId, String id, @Nullable String after) {
    return on(letterId, letter -> comments.replies(letter.id(), id, after));
  }

  private <T> Result<T> on(String letterId, Function<Subject, Optional<T>> ask) {
    try {
      return letters
          .find(letterId)
          .map(Subject::of)
          .flatMap(letter -> ask.apply(letter).map(found -> opened(letter, found)))
          .orElseGet(Result.Absent::new);
    } catch (CallRefused refused) {
      if (refused.status() == GONE) {
        return new Result.Withdrawn<>();
      }
      throw refused;
    }
  }

  private static <T> Result<T> opened(Subject letter, T found) {
    return new Result.Opened<>(letter, found);
  }
}
