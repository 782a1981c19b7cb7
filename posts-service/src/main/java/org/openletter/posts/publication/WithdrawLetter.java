package org.openletter.posts.publication;

import java.time.Clock;
import java.util.List;
import org.openletter.platform.caller.Caller;
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
          return new Result.NotFound();
        }
        case Letter.Withdrawn _ -> {
          return new Result.Done();
        }
        case Letter.Draft _ -> {
          return new Result.NeverPublic();
        }
        case Letter.Published published when published.publication().version() != version -> {
          return changed(published);
        }
        case Letter.Published published -> {
          Letter.Withdrawn withdrawn = published.withdraw(clock.instant());
          if (letters.change(withdrawn, List.of(news.of(withdrawn)))) {
            return new Result.Done();
          }
        }
      }
    }
    return new Result.Busy();
  }

  private Result changed(Letter.Published letter) {
    return versions
        .find(letter.id(), letter.publication().versionId())
        .<Result>map(version -> new Result.Changed(Newer.of(version)))
        .orElseGet(Result.NotFound::new);
  }

  sealed interface Result {

    record Done() implements Result {}

    /// No such letter, or somebody else's.
    record NotFound() implements Result {}

    record NeverPublic() implements Result {}

    /// A newer text became public meanwhile.
    record Changed(Newer newer) implements Result {}

    /// It was changed again and again meanwhile.
    record Busy() implements Result {}
  }
}
