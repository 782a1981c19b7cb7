package org.openletter.platform.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The clock of tests: it can be put forward, never back. By itself it stands still or goes on.
public final class TestClock extends Clock {

  private final Clock by;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private TestClock(Clock by) {
    this.by = by;
  }

  /// A clock that stands still until it is moved.
  public TestClock() {
    this(fixed(Instant.parse("2026-11-14T12:00:00Z"), ZoneOffset.UTC));
  }

  /// A clock that goes on by itself too, as what runs beside a test wants it.
  public static TestClock running() {
    return new TestClock(systemUTC());
  }

  /// Puts it forward.
  public void move(Duration on) {
    ahead.updateAndGet(now -> now.plus(on));
  }

  @Override
  public Instant instant() {
    return by.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return by.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
