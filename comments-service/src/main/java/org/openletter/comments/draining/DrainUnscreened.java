package org.openletter.comments.draining;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openletter.comments.background.WorkSettings;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.keeping.PendingComments;
import org.openletter.platform.status.Backlog;
import org.springframework.stereotype.Component;

/// Has comments screened that could not be screened when they came, oldest first. While the
/// screening is silent it is asked about one comment at a time; when it answers again, about
/// several at once.
@Component
class DrainUnscreened implements Backlog {

  private static final int BATCH = 100;

  private static final int MOST_COUNTED = 10_000;

  private final PendingComments pending;
  private final ScreenAgain screenAgain;
  private final WorkSettings settings;
  private final Clock clock;

  DrainUnscreened(
      PendingComments pending, ScreenAgain screenAgain, WorkSettings settings, Clock clock) {
    this.pending = pending;
    this.screenAgain = screenAgain;
    this.settings = settings;
    this.clock = clock;
  }

  /// Drains one batch. Whether there is more to do at once.
  boolean drainOnce() {
    List<CommentAddress> waiting = pending.unscreened(clock.instant(), BATCH);
    if (waiting.isEmpty() || !screened(waiting.getFirst())) {
      return false;
    }
    return allScreened(waiting.subList(1, waiting.size()));
  }

  private boolean allScreened(List<CommentAddress> waiting) {
    try (ExecutorService some =
        Executors.newFixedThreadPool(
            settings.drainAtOnce(), Thread.ofVirtual().name("drain ", 0).factory())) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (CommentAddress address : waiting) {
        all.add(some.submit(() -> screened(address)));
      }
      boolean answered = true;
      for (Future<Boolean> one : all) {
        answered &= one.get();
      }
      return answered;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// False when the screening did not answer.
  private boolean screened(CommentAddress address) {
    Instant now = clock.instant();
    return pending
        .take(address, now, now.plus(settings.lease()))
        .map(comment -> {
          boolean answered = screenAgain.screen(comment);
          if (!answered) {
            pending.giveBack(address);
          }
          return answered;
        })
        .orElse(true);
  }

  @Override
  public String name() {
    return "Responses that wait to be checked";
  }

  @Override
  public long waiting() {
    return pending.waiting(MOST_COUNTED);
  }

  @Override
  public Optional<Instant> oldest() {
    return pending.oldest();
  }
}
