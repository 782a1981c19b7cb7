package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.status.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Goes on with imports that somebody began and did not end: more was chosen than fits into one
/// call, or a process was stopped in the middle.
@Component
class ContinueImports implements SmartLifecycle, Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(ContinueImports.class);

  /// Letters between two looks at the lease.
  private static final int MOST_AT_A_TIME = 20;

  private static final int MOST_COUNTED = 10_000;

  private final Imports imports;
  private final AddDrafts addDrafts;
  private final CancelImport cancelImport;
  private final Clock clock;
  private final ImportSettings settings;
  private final OutboxSettings pace;

  private volatile @Nullable Thread worker;

  ContinueImports(
      Imports imports,
      AddDrafts addDrafts,
      CancelImport cancelImport,
      Clock clock,
      ImportSettings settings,
      OutboxSettings pace) {
    this.imports = imports;
    this.addDrafts = addDrafts;
    this.cancelImport = cancelImport;
    this.clock = clock;
    this.settings = settings;
    this.pace = pace;
  }

  /// Goes on with one that is due. False when none was.
  boolean continueOne() {
    Instant now = clock.instant();
    Import claimed = imports.claim(now, now.plus(settings.lease())).orElse(null);
    if (claimed == null) {
      return false;
    }
    switch (claimed.state()) {
      case BRINGING_IN -> addDrafts.goOn(claimed, MOST_AT_A_TIME);
      case CANCELLED -> cancelImport.takeBack(claimed);
      case CHECKED, DONE -> imports.rest(claimed);
    }
    return true;
  }

  @Override
  public String name() {
    return "Letters that are being brought in";
  }

  @Override
  public long waiting() {
    return imports.waiting(MOST_COUNTED);
  }

  @Override
  public Optional<Instant> oldest() {
    return imports.oldest();
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("imports").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = worker;
    worker = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  private void work() {
    while (Thread.currentThread().equals(worker)) {
      try {
        if (!continueOne()) {
          Thread.sleep(pace.poll());
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failed) {
        // What was claimed is taken up again when its lease is over; one that fails must not end
        // this
        // for all the others.
        LOG.warn("an import waits: {}", Failure.line(failed));
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(pace.firstWait());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
