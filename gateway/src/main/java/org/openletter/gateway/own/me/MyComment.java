package org.openletter.gateway.own.me;

import java.time.Instant;
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
  public record Decision(@Nullable String reason, @Nullable Instant at) {}

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

  /// What was decided against it, with the words of whoever decided as far as they are known; null
  /// when nothing was.
  public @Nullable String decided(@Nullable Statement statement) {
    return switch (state) {
      case "removed" ->
          decision == null
              ? "It was decided that this response is not shown."
              : removed(decision.reason(), statement == null ? "" : statement.facts());
      case "rejected" -> "It was decided that this response is not shown.";
      default -> null;
    };
  }

  private static String removed(@Nullable String reason, String words) {
    String label = reason == null ? null : ReasonWords.removal(reason);
    return "Removed by the writer of this letter"
        + (label == null ? "." : ": " + label + ".")
        + (words.isEmpty() ? "" : " " + words);
  }

  /// Whether a statement of this action and rule is about how it stands now.
  boolean restrictedAs(String action, String rule) {
    String now = isPublished() ? "change-held" : state;
    return decision != null && rule.equals(decision.reason()) && action.equals(now);
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
