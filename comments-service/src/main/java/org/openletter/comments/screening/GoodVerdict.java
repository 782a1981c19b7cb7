package org.openletter.comments.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.Parameters;

/// Tells a verdict that can be acted upon from anything else. What is not understood is no verdict.
public final class GoodVerdict {

  /// What older screenings said when they had not looked: no verdict.
  private static final String UNCHECKED = "unchecked";

  private static final Pattern CODE = Pattern.compile("[a-z-]{1,100}");

  private GoodVerdict() {}

  /// The verdict, empty when it makes no sense. A `reject` is held: this service shows nobody the
  /// door on the word of a machine.
  public static Optional<Verdict> of(@Nullable ToldVerdict told) {
    if (told == null
        || told.decision() == null
        || told.version() == null
        || UNCHECKED.equals(told.heldAs())) {
      return Optional.empty();
    }
    return switch (told.decision()) {
      case "publish" -> Optional.of(verdict(told, told.version(), false));
      case "hold", "reject" -> Optional.of(verdict(told, told.version(), true));
      default -> Optional.empty();
    };
  }

  private static Verdict verdict(ToldVerdict told, String version, boolean hold) {
    return new Verdict(
        hold, told.heldAs(), scores(told.scores()), reasons(told), version, told.masked());
  }

  private static Map<String, Double> scores(@Nullable Map<String, @Nullable Double> told) {
    Map<String, Double> scores = new HashMap<>();
    if (told != null) {
      told.forEach((head, score) -> {
        if (score != null) {
          scores.put(head, score);
        }
      });
    }
    return scores;
  }

  private static List<Verdict.Reason> reasons(ToldVerdict told) {
    List<Verdict.Reason> reasons = new ArrayList<>();
    if (told.reasons() != null) {
      for (ToldVerdict.ToldReason reason : told.reasons()) {
        if (reason != null && reason.code() != null && CODE.matcher(reason.code()).matches()) {
          reasons.add(reason(reason, reason.code()));
        }
      }
    }
    return reasons;
  }

  private static Verdict.Reason reason(ToldVerdict.ToldReason told, String code) {
    List<Verdict.Span> spans = new ArrayList<>();
    if (told.spans() != null) {
      for (Verdict.Span span : told.spans()) {
        if (span != null && span.start() >= 0 && span.end() > span.start()) {
          spans.add(span);
        }
      }
    }
    return new Verdict.Reason(
        code,
        Parameters.of(told.parameters(), told.label(), told.sentence()),
        told.score() == null ? 0 : told.score(),
        spans);
  }
}
