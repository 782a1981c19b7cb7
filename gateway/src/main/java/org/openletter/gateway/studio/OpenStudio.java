package org.openletter.gateway.studio;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.LetterName;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.gateway.studio.importing.OldSite;
import org.openletter.platform.call.Answer;
import org.springframework.stereotype.Component;

/// A creator looks at her letters, with what happens under each.
@Component
class OpenStudio {

  private final DraftsClient letters;
  private final ThreadsClient threads;
  private final QueueClient queue;

  OpenStudio(DraftsClient letters, ThreadsClient threads, QueueClient queue) {
    this.letters = letters;
    this.threads = threads;
    this.queue = queue;
  }

  /// One page of her letters. They must be known; the counts may be missing.
  ///
  /// @param before where the page begins, or null for the first
  StudioPage open(@Nullable String before) {
    var mine = letters.mine(before, null);
    var waits =
        Answer.of(() -> queue.queue(null, null)).known().flatMap(Function.identity()).orElse(null);
    var counts = counts(mine.letters());
    var waiting = waiting(waits);
    return new StudioPage(
        mine.letters().stream().map(letter -> row(letter, counts, waiting)).toList(),
        mine.next(),
        waits == null ? null : waits.waiting(),
        waits != null && waits.next() == null,
        counts != null && waits != null,
        before == null);
  }

  private @Nullable Map<String, Long> counts(List<Draft> shown) {
    var ids = shown.stream().filter(Draft::isPublished).map(Draft::id).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return Answer.of(() -> threads.counts(String.join(",", ids)))
        .known()
        .map(ThreadsClient.Counts::counts)
        .orElse(null);
  }

  /// Waiting responses by letter: all of them, or as many as are on the first page of the queue.
  private static @Nullable Map<String, Long> waiting(QueueClient.@Nullable Queue queue) {
    if (queue == null) {
      return null;
    }
    return queue.items().stream()
        .flatMap(item -> Stream.ofNullable(item.letter()))
        .map(LetterName::id)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static StudioPage.Row row(
      Draft letter, @Nullable Map<String, Long> counts, @Nullable Map<String, Long> waiting) {
    return new StudioPage.Row(
        letter.id(),
        letter.slug(),
        letter.name(),
        letter.addressee(),
        letter.state(),
        letter.unpublishedChanges(),
        letter.savedAt(),
        letter.publishedAt(),
        counts != null && letter.isPublished() ? counts.getOrDefault(letter.id(), 0L) : null,
        waiting == null ? null : waiting.getOrDefault(letter.id(), 0L),
        OldSite.chip(letter.was()));
  }
}
