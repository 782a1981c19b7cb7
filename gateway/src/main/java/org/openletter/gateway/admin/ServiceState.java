package org.openletter.gateway.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one service is at one moment.
///
/// @param status what it says of itself, null when it does not say
/// @param alive whether it answers at all, if only that it runs
/// @param refused whether it refused to say how it is
/// @param clock how far its clock is ahead of the gateway's; zero when it did not say
/// @param millis how long its answers usually take: the median of the last ones
/// @param lastSeen when it last answered, null when it never did since this gateway started
/// @param at when it was asked
record ServiceState(
    String name,
    @Nullable Status status,
    boolean alive,
    boolean refused,
    Duration clock,
    long millis,
    @Nullable Instant lastSeen,
    Instant at) {

  /// Work that waits longer than this is late.
  private static final Duration LATE = Duration.ofMinutes(1);

  /// Tokens count as long as clocks are no further apart than this.
  private static final Duration CLOCKS = Duration.ofSeconds(60);

  /// In one word, with the kind of chip that shows it.
  enum Word {
    UP("up", "good"),
    DEGRADED("degraded", "wait"),
    RUNS("runs", "wait"),
    NO_ANSWER("no answer", "bad");

    private final String text;
    private final String chip;

    Word(String text, String chip) {
      this.text = text;
      this.chip = chip;
    }

    String text() {
      return text;
    }

    String chip() {
      return chip;
    }
  }

  Word word() {
    if (status == null) {
      return !alive ? Word.NO_ANSWER : refused || clockIsWrong() ? Word.DEGRADED : Word.RUNS;
    }
    boolean well =
        status.database().answers()
            && !clockIsWrong()
            && status.breakers().stream().allMatch(Status.Breaker::isClosed)
            && status.backlogs().stream().noneMatch(this::isLate);
    return well ? Word.UP : Word.DEGRADED;
  }

  /// What an admin should know, each in a few words.
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (clockIsWrong()) {
      notes.add(
          "its clock is %s %s the gateway's: people may be told to sign in again"
              .formatted(inWords(clock.abs()), clock.isNegative() ? "behind" : "ahead of"));
    }
    if (status == null) {
      if (refused) {
        notes.add("says no more, because it refuses to answer the gateway");
      } else if (alive) {
        notes.add("says no more, because profiles-service gives no token to ask with");
      }
      return notes;
    }
    if (!status.database().answers()) {
      notes.add("its database does not answer");
    }
    status.backlogs().stream()
        .filter(backlog -> backlog.waiting() > 0)
        .forEach(backlog ->
            notes.add(
                backlog.waiting()
                    + (backlog.waiting() == 1 ? " waits: " : " wait: ")
                    + backlog.name()));
    status.breakers().stream()
        .filter(breaker -> !breaker.isClosed())
        .forEach(breaker ->
            notes.add("breaker to " + breaker.name() + " " + breaker.state().replace('_', ' ')));
    return notes;
  }

  /// How much work waits in it.
  long waiting() {
    return status == null ? 0 : status.backlogs().stream().mapToLong(Status.Waiting::waiting).sum();
  }

  Optional<Status> known() {
    return Optional.ofNullable(status);
  }

  private boolean clockIsWrong() {
    return clock.abs().compareTo(CLOCKS) > 0;
  }

  private static String inWords(Duration time) {
    return time.toSeconds() < 120
        ? time.toSeconds() + " seconds"
        : (time.toSeconds() + 30) / 60 + " minutes";
  }

  private boolean isLate(Status.Waiting backlog) {
    Instant oldest = backlog.oldest();
    return oldest != null && oldest.plus(LATE).isBefore(at);
  }
}
