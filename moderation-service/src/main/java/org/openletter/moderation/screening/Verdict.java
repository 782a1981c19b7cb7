package org.openletter.moderation.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the screening says about one response.
///
/// @param decision what to do with it
/// @param scores how sure the screening is, by subject
/// @param reasons why it is held, the weightiest first; empty when it is not
/// @param heldAs the kind of hold, or nothing
/// @param version changes with the rules
/// @param masked the text with personal data covered, or nothing when there is none
public record Verdict(
    Decision decision,
    Scores scores,
    List<Reason> reasons,
    @Nullable String heldAs,
    String version,
    @Nullable String masked) {

  /// The version of the rules that are at work. Changes with every change of a rule, a vocabulary
  /// or a threshold.
  public static final String CURRENT = "1.0";

  /// What to do with a response. This first layer never rejects.
  public enum Decision {
    @JsonProperty("publish")
    PUBLISH,
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("reject")
    REJECT
  }

  /// 0 to 1 each; nothing looks for harassment yet.
  public record Scores(
      double spam, double gibberish, double personalData, double offTopic, double harassment) {}

  /// Whether a person has to look first.
  public boolean held() {
    return decision != Decision.PUBLISH;
  }
}
