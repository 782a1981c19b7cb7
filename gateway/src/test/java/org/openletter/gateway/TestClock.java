package org.openletter.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// A clock that goes on by itself and can be moved forward.
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

  private static volatile Duration moved = Duration.ZERO;

  @Bean
  Clock clock() {
    return new Moved();
  }

  /// Moves all clocks of the gateway.
  public static void move(Duration by) {
    moved = moved.plus(by);
  }

  /// What the gateway takes for now.
  public static Instant now() {
    return Clock.systemUTC().instant().plus(moved);
  }

  private static final class Moved extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now();
    }
  }
}
