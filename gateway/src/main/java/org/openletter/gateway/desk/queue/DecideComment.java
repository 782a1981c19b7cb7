package org.openletter.gateway.desk.queue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.platform.problem.CallRefused;
import org.springframework.stereotype.Component;

/// A creator decides about a response on her letter, or takes that back.
@Component
class DecideComment {

  private final QueueClient queue;

  DecideComment(QueueClient queue) {
    this.queue = queue;
  }

  /// Decides. A removal without a reason is refused: its writer has to be told why.
  ///
  /// @param act `publish`, `spam` or `remove`
  /// @param code why, for `remove`
  /// @param words why in her own words, for `remove`; may be empty
  /// @param version of the response that the page showed her
  Outcome<Done> decide(
      String letterId, String commentId, String act, String code, String words, String version) {
    boolean removal = act.equals("remove");
    if (removal && code.isEmpty()) {
      return Outcome.invalid("reason", "Choose a reason. Its writer is told.");
    }
    var reason = removal ? new QueueClient.Why(code, words) : null;
    var decision = new QueueClient.Decision(act, reason, version);
    return tell(
        act,
        letterId,
        commentId,
        removal ? code : null,
        () -> queue.decide(letterId, commentId, decision));
  }

  /// Takes a decision back.
  ///
  /// @param version of the response after that decision
  Outcome<Done> undo(String letterId, String commentId, String version) {
    return tell("undo", letterId, commentId, null, () -> queue.undo(letterId, commentId, version));
  }

  private static Outcome<Done> tell(
      String act,
      String letterId,
      String commentId,
      @Nullable String code,
      Supplier<Optional<QueueClient.Decided>> decision) {
    return Outcome.of(
        "decided",
        "",
        () -> {
          var decided = decision.get().orElseThrow(DecideComment::nothingThere);
          return new Done(
              act, letterId, commentId, told(decided), code, decided.comment().version());
        });
  }

  private static CallRefused nothingThere() {
    return new CallRefused(
        404, "not-found", "There is no such response on your letters.", null, Map.of());
  }

  // A tombstone names nobody; who is nobody here is told by the service.
  private static boolean told(QueueClient.Decided decided) {
    var author = decided.comment().author();
    return decided.tellsAuthor() != null
        ? decided.tellsAuthor()
        : author != null && !author.imported();
  }
}
