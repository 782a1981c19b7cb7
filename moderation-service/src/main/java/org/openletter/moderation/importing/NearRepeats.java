package org.openletter.moderation.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.screening.Reason;
import org.openletter.moderation.screening.Verdict;

/// Holds what one person of an import sent a second time with a little more or a little less in it,
/// when the first time is held: a plea without the telephone number belongs to the plea with it.
/// Two texts by one person are never held only for being alike.
final class NearRepeats {

  /// This much of the shorter text's words stand in the other, too.
  private static final double SHARED = 0.8;

  /// Shorter texts share their words by chance ("Thank you for this").
  private static final int FEWEST_WORDS = 8;

  private static final double SCORE = 0.5;

  private NearRepeats() {}

  /// The verdict on a response that alone would be published, when it repeats a held one.
  static Optional<Verdict> of(ImportItem item, List<ImportItem> held) {
    if (item.name().isEmpty() || item.words().size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    return held.stream()
        .filter(other -> other.name().equals(item.name()))
        .filter(other -> other.words().size() >= FEWEST_WORDS && item.shared(other) >= SHARED)
        .findFirst()
        .map(other -> held(item.verdict(), other.verdict().heldAs()));
  }

  private static Verdict held(Verdict alone, @Nullable String heldAs) {
    Reason reason =
        new Reason("repeated", Map.of("same", 0, "similar", 1, "near", "name"), SCORE, List.of());
    return new Verdict(
        Verdict.Decision.HOLD,
        alone.scores(),
        List.of(reason),
        heldAs,
        alone.version(),
        alone.masked());
  }
}
