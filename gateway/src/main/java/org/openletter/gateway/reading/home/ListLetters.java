package org.openletter.gateway.reading.home;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.cache.Incomplete;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.call.Answer;
import org.springframework.stereotype.Component;

/// A reader looks at letters, newest first. The letters are needed; the numbers may be missing.
@Component
public class ListLetters {

  private final LettersClient letters;
  private final ThreadsClient threads;

  ListLetters(LettersClient letters, ThreadsClient threads) {
    this.letters = letters;
    this.threads = threads;
  }

  /// Published letters with their numbers.
  ///
  /// @param before where the list begins, or null for the newest
  /// @param author only letters by this handle, or null for all
  /// @param limit at most so many, 50 or fewer
  public LetterList list(@Nullable String before, @Nullable String author, int limit) {
    var found = letters.list(before, author, limit);
    return new LetterList(found.letters(), counts(found.letters()), found.next());
  }

  /// The newest published letters without their numbers.
  public List<Letter> newest(int limit) {
    return letters.list(null, null, limit).letters();
  }

  private Map<String, Long> counts(List<Letter> listed) {
    if (listed.isEmpty()) {
      return Map.of();
    }
    var ids = listed.stream().map(Letter::id).collect(Collectors.joining(","));
    return Answer.of(() -> threads.counts(ids).counts())
        .known()
        .orElseGet(() -> {
          Incomplete.mark();
          return Map.of();
        });
  }
}
