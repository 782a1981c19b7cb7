package org.openletter.posts.publication;

import java.time.Clock;
import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A creator takes her letter back.
@Component
class WithdrawLetter {

  /// A save may come between reading and writing; more than a few in a row is something else.
  private static final int TRIES = 3;

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;
  private final Clock clock;

  WithdrawLetter(Letters letters, Versions versions, LetterNews news, Clock clock) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
    this.clock = clock;
  }

  /// @param version the number of the public text that she has seen
  Result withdraw(LetterId id, int version, Caller caller) {
    for (int i = 0; i < TRIES; i++) {
      Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
      switch (letter) {
        case null -> {
          return new Result.No(PostsRefusals.NO_SUCH_LETTER);
        }
        case Letter.Withdrawn _ -> {
          return new Result.Done();
        }
        case Letter.Draft _ -> {
          return new Result.No(PostsRefusals.NOT_PUBLIC);
        }
        case Letter.Published published when published.publication().version() != version -> {
          return new Result.No(Newer.refusal(versions, id, published.publication().versionId()));
        }
        case Letter.Published published -> {
          Letter.Withdrawn withdrawn = published.withdraw(clock.instant());
          if (letters.change(withdrawn, List.of(news.of(withdrawn)))) {
            return new Result.Done();
          }
        }
      }
    }
    return new Result.No(PostsRefusals.BUSY);
  }

  sealed interface Result {

    record Done() implements Result {}

    record No(Refusal why) implements Result {}
  }
}
