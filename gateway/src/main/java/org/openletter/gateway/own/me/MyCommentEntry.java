package org.openletter.gateway.own.me;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.MyComment;
import org.openletter.gateway.neighbour.moderation.Statement;
import org.openletter.gateway.neighbour.posts.LetterAddress;

/// One of a person's own responses, in words.
public record MyCommentEntry(MyComment told) {

  public Comment comment() {
    return told.comment();
  }

  /// The state in a word or two.
  public String stateWords() {
    return switch (comment().state()) {
      case "published" -> "public";
      case "held" -> "waiting";
      case "removed" -> "removed";
      case "rejected" -> "not accepted";
      case "deleted" -> "withdrawn";
      default -> comment().state();
    };
  }

  /// The kind of chip the state is shown in.
  public String stateKind() {
    return switch (comment().state()) {
      case "published" -> "good";
      case "held" -> "wait";
      case "removed", "rejected" -> "bad";
      default -> "";
    };
  }

  /// What was decided against it, with the words of whoever decided: whole, where the response has
  /// them, else as its statement gives them; null when nothing was.
  public @Nullable String decided(@Nullable Statement statement) {
    var decision = told.decision();
    return switch (comment().state()) {
      case "removed" ->
          decision == null
              ? "It was decided that this response is not shown."
              : removed(decision.reason(), words(decision.words(), statement));
      case "rejected" -> "It was decided that this response is not shown.";
      default -> null;
    };
  }

  private static String words(@Nullable String whole, @Nullable Statement statement) {
    return whole != null ? whole : statement == null ? "" : statement.facts();
  }

  private static String removed(@Nullable String reason, String words) {
    String label = reason == null ? null : ReasonWords.removal(reason);
    return "Removed by the writer of this letter"
        + (label == null ? "." : ": " + label + ".")
        + (words.isEmpty() ? "" : " " + words);
  }

  /// Whether a statement of this action and rule is about how it stands now.
  boolean restrictedAs(String action, String rule) {
    String now = isPublished() ? "change-held" : comment().state();
    var decision = told.decision();
    return decision != null && rule.equals(decision.reason()) && action.equals(now);
  }

  /// Whether it, or its changed words, wait.
  public boolean waits() {
    return comment().state().equals("held") || (isPublished() && comment().waiting() != null);
  }

  /// What happens next while it waits.
  public String next() {
    var waiting = comment().waiting();
    String sentence = waiting == null ? null : ReasonWords.waiting(waiting.reason());
    return sentence != null
        ? sentence
        : "Only you and the writer of this letter see it until it is read.";
  }

  public String letterTitle() {
    var letter = told.letter();
    return letter == null || letter.title() == null || letter.title().isBlank()
        ? "a letter"
        : letter.title();
  }

  /// Where the letter stands.
  public String letterHref() {
    var letter = told.letter();
    return LetterAddress.of(
        comment().letterId(), letter == null || letter.slug() == null ? "" : letter.slug());
  }

  /// Where it stands among the other responses.
  public String href() {
    return LetterAddress.ofComment(comment().letterId(), comment().id());
  }

  public boolean isPublished() {
    return comment().isPublic();
  }

  public boolean editable(Instant now) {
    var editableUntil = comment().editableUntil();
    return editableUntil != null && editableUntil.isAfter(now) && withdrawable();
  }

  public boolean withdrawable() {
    return isPublished() || comment().state().equals("held");
  }
}
