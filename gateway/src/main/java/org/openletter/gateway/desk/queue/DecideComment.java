package org.openletter.gateway.desk.queue;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.springframework.stereotype.Component;

/// A creator decides about a response on her letter, or takes that back.
@Component
class DecideComment {

  private static final int UNPROCESSABLE = 422;
  private static final int NOT_FOUND = 404;

  private final QueueClient queue;

  DecideComment(QueueClient queue) {
    this.queue = queue;
  }

  /// What came of it.
  sealed interface Result {

    record Done(org.openletter.gateway.desk.queue.Done done) implements Result {}

    /// A removal without a reason: its writer has to be told why.
    record ReasonMissing(String sentence) implements Result {}

    /// It was decided before, is not hers, or cannot be decided now; nothing changed.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Decides.
  ///
  /// @param act `publish`, `spam` or `remove`
  /// @param code why, for `remove`
  /// @param words why in her own words, for `remove`; may be empty
  /// @param version of the response that the page showed her
  Result decide(
      String letterId, String commentId, String act, String code, String words, String version) {
    boolean removal = act.equals("remove");
    if (removal && code.isEmpty()) {
      return new Result.ReasonMissing("Choose a reason. Its writer is told.");
    }
    var reason = removal ? new QueueClient.Reason(code, words) : null;
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
  Result undo(String letterId, String commentId, String version) {
    return tell("undo", letterId, commentId, null, () -> queue.undo(letterId, commentId, version));
  }

  private static Result tell(
      String act,
      String letterId,
      String commentId,
      @Nullable String code,
      Supplier<Optional<QueueClient.Decided>> decision) {
    try {
      return decision
          .get()
          .<Result>map(decided -> done(act, letterId, commentId, code, decided))
          .orElseGet(
              () -> new Result.Refused(NOT_FOUND, "There is no such response on your letters."));
    } catch (CallRefused refused) {
      return refused.status() == UNPROCESSABLE && act.equals("remove") && aboutTheReason(refused)
          ? new Result.ReasonMissing(sentence(refused))
          : new Result.Refused(refused.status(), sentence(refused));
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(503, Away.unsure(noAnswer, "decided", ""));
    }
  }

  private static Result done(
      String act,
      String letterId,
      String commentId,
      @Nullable String code,
      QueueClient.Decided decided) {
    return new Result.Done(
        new Done(act, letterId, commentId, told(decided), code, decided.comment().version()));
  }

  // A tombstone names nobody; who is nobody here is told by the service.
  private static boolean told(QueueClient.Decided decided) {
    var author = decided.comment().author();
    return decided.tellsAuthor() != null
        ? decided.tellsAuthor()
        : author != null && !author.imported();
  }

  private static boolean aboutTheReason(CallRefused refused) {
    return refused.fields().stream().anyMatch(field -> field.field().equals("reason"));
  }

  private static String sentence(CallRefused refused) {
    return refused.fields().isEmpty() ? refused.detail() : refused.fields().getFirst().sentence();
  }
}
