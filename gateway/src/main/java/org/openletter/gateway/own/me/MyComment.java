package org.openletter.gateway.own.me;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.look.reason.Waiting;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.text.SafeHtml;

/// One of a person's own responses, with what became of it.
///
/// @param state `published`, `held`, `rejected`, `removed` or `deleted`
/// @param html null where its text is gone
/// @param editableUntil how long it can still be changed, or null
/// @param waiting why it is not public yet, or null
/// @param decision what somebody, or a check, decided about it, or null
public record MyComment(
    String id,
    String letterId,
    String state,
    @Nullable SafeHtml html,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant editableUntil,
    @Nullable Waiting waiting,
    @Nullable Letter letter,
    @Nullable Decision decision) {

  /// The letter it answers.
  public record Letter(String id, @Nullable String slug, @Nullable String title) {}

  /// A decision about it.
  ///
  /// @param reason a stable word such as `advertising`
  /// @param words of whoever decided; may be empty
  /// @param reasons what it rests on; may be empty
  public record Decision(
      @Nullable String reason,
      @Nullable String words,
      @Nullable List<Reason> reasons,
      @Nullable Instant at) {}

  /// One thing that a decision rests on.
  public record Reason(String code, @Nullable Map<String, Object> parameters) {

    /// It in words.
    public String words() {
      String sentence = ReasonWords.sentence(code, parameters);
      return sentence == null ? ReasonWords.label(code, parameters) : sentence;
    }
  }

  /// The state in a word or two.
  public String stateWords() {
    return switch (state) {
      case "published" -> "public";
      case "held" -> "waiting";
      case "removed" -> "removed";
      case "rejected" -> "not accepted";
      case "deleted" -> "withdrawn";
      default -> state;
    };
  }

  /// The kind of chip the state is shown in.
  public String stateKind() {
    return switch (state) {
      case "published" -> "good";
      case "held" -> "wait";
      case "removed", "rejected" -> "bad";
      default -> "";
    };
  }

  /// What was decided against it, in full words; null when nothing was.
  public @Nullable String decided() {
    return switch (state) {
      case "removed" ->
          decision == null ? "It was decided that this response is not shown." : removed(decision);
      case "rejected" -> "It was decided that this response is not shown.";
      default -> null;
    };
  }

  private static String removed(Decision decision) {
    String label = decision.reason() == null ? null : ReasonWords.removal(decision.reason());
    String words = decision.words() == null ? "" : decision.words();
    return "Removed by the writer of this letter"
        + (label == null ? "." : ": " + label + ".")
        + (words.isEmpty() ? "" : " " + words);
  }

  /// What the decision rests on, when more is known than its sentence says.
  public List<Reason> why() {
    return decision == null || decision.reasons() == null ? List.of() : decision.reasons();
  }

  /// Whether it, or its changed words, wait.
  public boolean waits() {
    return state.equals("held") || (isPublished() && waiting != null);
  }

  /// What happens next while it waits.
  public String next() {
    String sentence = waiting == null ? null : waiting.sentence();
    return sentence != null
        ? sentence
        : "Only you and the writer of this letter see it until it is read.";
  }

  public String letterTitle() {
    return letter == null || letter.title() == null || letter.title().isBlank()
        ? "a letter"
        : letter.title();
  }

  /// Where the letter stands.
  public String letterHref() {
    return LetterAddress.of(letterId, letter == null || letter.slug() == null ? "" : letter.slug());
  }

  /// Where it stands among the other responses.
  public String href() {
    return LetterAddress.ofComment(letterId, id);
  }

  public boolean isPublished() {
    return state.equals("published");
  }

  public boolean editable(Instant now) {
    return editableUntil != null && editableUntil.isAfter(now) && withdrawable();
  }

  public boolean withdrawable() {
    return isPublished() || state.equals("held");
  }
}
