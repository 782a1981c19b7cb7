package org.openletter.moderation.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.personal.PersonalDataSignal;
import org.openletter.moderation.screening.Verdict.Decision;
import org.openletter.moderation.screening.Verdict.Scores;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;

/// Turns findings into a verdict. It holds; it never rejects.
final class Policy {

  /// A subject this sure is held. One value for all letters so far; here a letter's own come in.
  private static final double THRESHOLD = 0.5;

  /// Weaker findings are not worth a reader's time, even beside a strong one.
  private static final double WORTH_SAYING = 0.2;

  Verdict decide(List<Finding> findings) {
    Map<Head, Double> heads = heads(findings);
    List<Finding> reasons = new ArrayList<>();
    for (Finding finding : findings) {
      if (heads.getOrDefault(finding.head(), 0.0) >= THRESHOLD && finding.score() >= WORTH_SAYING) {
        reasons.add(finding);
      }
    }
    reasons.sort(Comparator.comparingDouble(Policy::weight).reversed());
    return new Verdict(
        reasons.isEmpty() ? Decision.PUBLISH : Decision.HOLD,
        new Scores(
            score(heads, Head.SPAM),
            score(heads, Head.GIBBERISH),
            score(heads, Head.PERSONAL_DATA),
            score(heads, Head.OFF_TOPIC),
            score(heads, Head.HARASSMENT)),
        reasons.stream().map(Reason::of).map(Policy::withoutMasked).toList(),
        heldAs(reasons),
        Verdict.CURRENT,
        masked(findings));
  }

  /// Independent evidence adds up: two halves are more than a half, and less than certain.
  private static Map<Head, Double> heads(List<Finding> findings) {
    Map<Head, Double> heads = new EnumMap<>(Head.class);
    for (Finding finding : findings) {
      heads.merge(finding.head(), finding.score(), (a, b) -> 1 - (1 - a) * (1 - b));
    }
    return heads;
  }

  private static double score(Map<Head, Double> heads, Head head) {
    return Math.round(heads.getOrDefault(head, 0.0) * 100) / 100.0;
  }

  /// What is about the text comes before what is only about the circumstances.
  private static double weight(Finding finding) {
    return finding.head() == Head.CIRCUMSTANCE ? finding.score() - 1 : finding.score();
  }

  private static @Nullable String heldAs(List<Finding> reasons) {
    if (reasons.isEmpty()) {
      return null;
    }
    if (reasons.stream().anyMatch(r -> r.head() == Head.SPAM || r.head() == Head.GIBBERISH)) {
      return "junk";
    }
    if (reasons.stream().anyMatch(r -> r.head() == Head.PERSONAL_DATA)) {
      return "personal-data";
    }
    return reasons.getFirst().code().word();
  }

  private static @Nullable String masked(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.parameters().get(PersonalDataSignal.MASKED) instanceof String masked) {
        return masked;
      }
    }
    return null;
  }

  /// The covered text has its own place in a verdict.
  private static Reason withoutMasked(Reason reason) {
    if (!reason.parameters().containsKey(PersonalDataSignal.MASKED)) {
      return reason;
    }
    Map<String, Object> parameters = new HashMap<>(reason.parameters());
    parameters.remove(PersonalDataSignal.MASKED);
    return new Reason(reason.code(), Map.copyOf(parameters), reason.score(), reason.spans());
  }
}
