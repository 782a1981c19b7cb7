package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.worker.Worker;
import org.springframework.stereotype.Component;

/// Goes on with imports that somebody began and did not end: more was chosen than fits into one
/// call, or a process was stopped in the middle.
@Component
class ContinueImports extends Worker implements Backlog {

  /// Letters between two looks at the lease.
  private static final int MOST_AT_A_TIME = 20;

  private static final int MOST_COUNTED = 10_000;

  private final Imports imports;
  private final AddDrafts addDrafts;
  private final CancelImport cancelImport;
  private final Clock clock;
  private final ImportSettings settings;

  ContinueImports(
      Imports imports,
      AddDrafts addDrafts,
      CancelImport cancelImport,
      Clock clock,
      ImportSettings settings,
      OutboxSettings pace) {
    super("imports", pace.poll());
    this.imports = imports;
    this.addDrafts = addDrafts;
    this.cancelImport = cancelImport;
    this.clock = clock;
    this.settings = settings;
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
  protected Next work() {
    return continueOne() ? Next.AGAIN : Next.LATER;
  }
}
