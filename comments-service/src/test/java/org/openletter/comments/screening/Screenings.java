package org.openletter.comments.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openletter.platform.problem.NoAnswer;

/// Screenings that say what a test wants.
public final class Screenings {

  private Screenings() {}

  public static ScreenText says(Supplier<ToldVerdict> verdict) {
    return new ScreenText(_ -> verdict.get());
  }

  public static ScreenText publishes() {
    return says(() -> new ToldVerdict("publish", Map.of(), List.of(), null, "1.0", null));
  }

  public static ScreenText holds(String code) {
    return says(() ->
        new ToldVerdict(
            "hold",
            Map.of("spam", 0.9),
            List.of(
                new ToldVerdict.ToldReason(code, Map.of("links", 1), null, null, 0.9, List.of())),
            code,
            "1.0",
            null));
  }

  public static ScreenText isSilent() {
    return says(() -> {
      throw new NoAnswer("moderation-service", "test");
    });
  }

  /// A verdict as it is kept.
  public static Verdict verdict(boolean hold, String... codes) {
    return new Verdict(
        hold,
        codes.length == 0 ? null : codes[0],
        Map.of(),
        Arrays.stream(codes)
            .map(code -> new Verdict.Reason(code, Map.of("links", 1), 0.9, List.of()))
            .toList(),
        "1.0",
        null);
  }
}
