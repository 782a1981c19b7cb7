package org.openletter.comments.counting;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.gone.Gone;
import org.openletter.comments.schedule.WorkSettings;
import org.openletter.comments.storage.CommentPlaces;
import org.openletter.platform.id.Ids;
import org.springframework.stereotype.Component;

/// Counts the responses of threads whose comments changed, one batch a thread, and puts replies
/// right whose parents appeared or went.
@Component
class CountResponses {

  private static final int BATCH = 100;

  private static final int LETTERS = 50;

  private final CommentPlaces places;
  private final ThreadCounts counts;
  private final PlaceBranch placeBranch;
  private final Gone gone;
  private final Ids ids;
  private final WorkSettings settings;
  private final Clock clock;

  CountResponses(
      CommentPlaces places,
      ThreadCounts counts,
      PlaceBranch placeBranch,
      Gone gone,
      Ids ids,
      WorkSettings settings,
      Clock clock) {
    this.places = places;
    this.counts = counts;
    this.placeBranch = placeBranch;
    this.gone = gone;
    this.ids = ids;
    this.settings = settings;
    this.clock = clock;
  }

  /// Counts one batch of each thread. Whether there may be more.
  boolean countOnce() {
    boolean more = false;
    for (String letterId : places.changedLetters(LETTERS)) {
      more |= count(letterId);
    }
    return more;
  }

  /// Whether this thread has more changes than one batch.
  boolean count(String letterId) {
    Instant now = clock.instant();
    return counts
        .take(letterId, ids.random12(), now, now.plus(settings.lease()))
        .map(lease -> {
          try {
            return count(lease);
          } finally {
            counts.release(lease);
          }
        })
        .orElse(false);
  }

  private boolean count(ThreadCounts.Lease lease) {
    if (lease.unfinished() != null) {
      finish(lease.letterId(), lease.unfinished());
    }
    List<CommentPlaces.Changed> changes = places.changes(lease.letterId(), BATCH);
    // Also what was never counted may have been public, between two rounds.
    if (changes.stream().anyMatch(change -> !change.isPublic())) {
      gone.mark(lease.letterId(), clock.instant());
    }
    // Places first: what is counted stands where it belongs.
    changes.stream()
        .filter(CommentPlaces.Changed::moved)
        .map(CommentPlaces.Changed::rootId)
        .collect(Collectors.toSet())
        .forEach(rootId -> placeBranch.place(lease.letterId(), rootId));
    Map<String, Boolean> differing = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> change.isPublic() != change.counted())
        .forEach(change -> differing.put(change.id(), change.isPublic()));
    if (!differing.isEmpty()) {
      ThreadCounts.Batch batch = new ThreadCounts.Batch(lease.batches() + 1, differing);
      if (!counts.count(lease, batch)) {
        return false;
      }
      finish(lease.letterId(), batch);
    }
    changes.forEach(change -> places.settled(lease.letterId(), change));
    return changes.size() == BATCH;
  }

  private void finish(String letterId, ThreadCounts.Batch batch) {
    batch
        .counted()
        .forEach(
            (id, isIn) -> places.counted(new CommentAddress(letterId, id), isIn, batch.number()));
    counts.finished(letterId, batch);
  }
}
