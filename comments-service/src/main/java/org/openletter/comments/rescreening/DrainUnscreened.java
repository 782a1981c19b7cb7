package org.openletter.comments.rescreening;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.schedule.WorkSettings;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.storage.PendingComments;
import org.openletter.platform.status.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has comments screened that could not be screened when they came, oldest first. While the
/// screening is silent it is asked about one comment at a time; when it answers again, about
/// several at once. A comment that it has no answer to, although it answers others, waits for its
/// next turn, so that it holds up nobody.
@Component
class DrainUnscreened implements Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(DrainUnscreened.class);

  private static final int BATCH = 100;

  private static final int MOST_COUNTED = 10_000;

  private final PendingComments pending;
  private final ScreenAgain screenAgain;
  private final ScreenText screenText;
  private final WorkSettings settings;
  private final Clock clock;

  private boolean recalled;

  DrainUnscreened(
      PendingComments pending,
      ScreenAgain screenAgain,
      ScreenText screenText,
      WorkSettings settings,
      Clock clock) {
    this.pending = pending;
    this.screenAgain = screenAgain;
    this.screenText = screenText;
    this.settings = settings;
    this.clock = clock;
  }

  /// Drains one batch. Whether there is more to do at once.
  boolean drainOnce() {
    recallUnchecked();
    List<CommentAddress> waiting = pending.unscreened(clock.instant(), BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    CommentAddress oldest = waiting.getFirst();
    if (!screened(oldest) && !triedAgain(List.of(oldest))) {
      return false;
    }
    List<CommentAddress> unanswered = unanswered(waiting.subList(1, waiting.size()));
    return unanswered.isEmpty() || triedAgain(unanswered);
  }

  // Once a process: nothing is held like this any more.
  private void recallUnchecked() {
    while (!recalled) {
      recalled = pending.recallUnchecked(BATCH) == 0;
    }
  }

  /// False when nobody answers at all. Else each was asked about once more; what has no answer then
  /// keeps its lease, and has its next turn when that has passed.
  private boolean triedAgain(List<CommentAddress> unanswered) {
    unanswered.forEach(pending::giveBack);
    if (!screenText.answers()) {
      return false;
    }
    int still = unanswered(unanswered).size();
    if (still > 0) {
      LOG.warn("the screening has no answer to {} waiting responses", still);
    }
    return true;
  }

  private List<CommentAddress> unanswered(List<CommentAddress> waiting) {
    try (ExecutorService some =
        Executors.newFixedThreadPool(
            settings.drainAtOnce(), Thread.ofVirtual().name("drain ", 0).factory())) {
      Map<CommentAddress, Future<Boolean>> all = new LinkedHashMap<>();
      for (CommentAddress address : waiting) {
        all.put(address, some.submit(() -> screened(address)));
      }
      List<CommentAddress> unanswered = new ArrayList<>();
      for (Map.Entry<CommentAddress, Future<Boolean>> one : all.entrySet()) {
        if (!one.getValue().get()) {
          unanswered.add(one.getKey());
        }
      }
      return unanswered;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return waiting;
    }
  }

  /// False when the screening did not answer.
  private boolean screened(CommentAddress address) {
    Instant now = clock.instant();
    return pending
        .take(address, now, now.plus(settings.lease()))
        .map(screenAgain::screen)
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
