package org.openletter.comments.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.limit.Limits;
import org.springframework.stereotype.Component;

/// How often one person may write.
@Component
class Pace {

  private final Limits limits;
  private final PostingSettings settings;
  private final Clock clock;

  Pace(Limits limits, PostingSettings settings, Clock clock) {
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
  }

  /// Takes one response. How long she has to wait, empty when she may write.
  Optional<Duration> respond(Caller caller) {
    String who = caller.accountId();
    return limits
        .take("comments a minute", who, settings.minute())
        .or(() -> limits.take("comments an hour", who, settings.hour()))
        .or(() ->
            isNew(caller)
                ? limits.take("comments a day", who, settings.dayWhenNew())
                : Optional.empty());
  }

  /// Takes one change.
  Optional<Duration> edit(Caller caller) {
    return limits.take("edits a minute", caller.accountId(), settings.edits());
  }

  // A token that does not say when she joined is an old one, or one that somebody made by hand: the
  // careful answer costs an honest person nothing.
  private boolean isNew(Caller caller) {
    try {
      return LocalDate.parse(caller.joined())
          .atStartOfDay()
          .plus(settings.newFor())
          .isAfter(clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime());
    } catch (DateTimeParseException unknown) {
      return true;
    }
  }
}
