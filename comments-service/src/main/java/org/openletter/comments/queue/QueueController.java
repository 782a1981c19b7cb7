package org.openletter.comments.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.reading.CommentView;
import org.openletter.comments.reading.ViewComments;
import org.openletter.comments.reading.Viewer;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What waits for a creator, and her decisions.
@RestController
class QueueController {

  private final ListQueue listQueue;
  private final DecideComment decideComment;
  private final UndoDecision undoDecision;
  private final ViewComments views;

  QueueController(
      ListQueue listQueue,
      DecideComment decideComment,
      UndoDecision undoDecision,
      ViewComments views) {
    this.listQueue = listQueue;
    this.decideComment = decideComment;
    this.undoDecision = undoDecision;
    this.views = views;
  }

  @GetMapping("/queue")
  ResponseEntity<ListQueue.Queue> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String letter,
      @RequestParam(required = false) @Nullable String after) {
    if (letter != null && !Letter.isId(letter) || after != null && !CommentAddress.isId(after)) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "bad-cursor",
          "This is not a page of your queue. Start at its first page.");
    }
    return ResponseEntity.ok(listQueue.list(caller, letter, after));
  }

  @GetMapping("/queue/count")
  Count count(Caller caller) {
    return new Count(listQueue.waiting(caller));
  }

  @PutMapping("/letters/{letterId}/comments/{id}/decision")
  ResponseEntity<Decided> decide(
      @PathVariable String letterId,
      @PathVariable String id,
      Caller caller,
      @RequestBody CheckWish.Wish wish) {
    Optional<CommentAddress> address = CommentAddress.of(letterId, id);
    if (address.isEmpty()) {
      return absent();
    }
    return switch (decideComment.decide(address.get(), caller, wish)) {
      case DecideComment.Result.Decided(var comment, var thread, var undoUntil) ->
          ResponseEntity.ok(
              new Decided(
                  views.decided(comment, Viewer.of(caller, thread)),
                  undoUntil,
                  !comment.origin().author().imported()));
      case DecideComment.Result.Absent() -> absent();
      case DecideComment.Result.Invalid(var fields) -> Problem.fields(fields);
      case DecideComment.Result.DecidedBefore(var comment, var first) -> before(comment, first);
      case DecideComment.Result.Withdrawn() ->
          Problem.of(
              HttpStatus.CONFLICT, "withdrawn", "Its writer took this response back meanwhile.");
      case DecideComment.Result.ChangedSince(var newer, var thread) ->
          changed(newer, Viewer.of(caller, thread));
      case DecideComment.Result.Busy() ->
          Problem.retryLater(
              HttpStatus.SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This response is changing right now; nothing was decided. Try again in a moment.",
              Duration.ofSeconds(1));
      case DecideComment.Result.NotCheckedYet() ->
          Problem.of(
              HttpStatus.CONFLICT,
              "not-checked-yet",
              "This response was not checked yet, because the service that checks them does not"
                  + " answer. Nothing is shown before that. You can remove it.");
    };
  }

  @DeleteMapping("/letters/{letterId}/comments/{id}/decision")
  ResponseEntity<Undone> undo(
      @PathVariable String letterId,
      @PathVariable String id,
      Caller caller,
      @RequestParam(required = false) @Nullable String version) {
    Optional<CommentAddress> address = CommentAddress.of(letterId, id);
    if (address.isEmpty()) {
      return absent();
    }
    Optional<Seen> seen = CheckWish.seen(version);
    if (seen.isEmpty()) {
      return Problem.fields(List.of(new FieldProblem("version", CheckWish.NO_VERSION)));
    }
    return switch (undoDecision.undo(address.get(), caller, seen.get())) {
      case UndoDecision.Result.Undone(var comment, var thread) ->
          ResponseEntity.ok(new Undone(views.decided(comment, Viewer.of(caller, thread))));
      case UndoDecision.Result.Absent() -> absent();
      case UndoDecision.Result.ChangedSince(var newer, var thread) ->
          changed(newer, Viewer.of(caller, thread));
      case UndoDecision.Result.NothingToUndo() ->
          Problem.of(
              HttpStatus.CONFLICT, "nothing-to-undo", "There is no decision to take back here.");
      case UndoDecision.Result.Busy() ->
          Problem.retryLater(
              HttpStatus.SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This response is changing right now; nothing was taken back. Try again in a moment.",
              Duration.ofSeconds(1));
      case UndoDecision.Result.TooLate() ->
          Problem.of(
              HttpStatus.CONFLICT,
              "undo-over",
              "A decision can be taken back only shortly after it was made. You can decide anew.");
    };
  }

  private <T> ResponseEntity<T> changed(Comment newer, Viewer creator) {
    return Problem.with(
        HttpStatus.CONFLICT,
        "response-changed",
        "This response changed since you looked at it, so nothing was decided. Look at it as it is"
            + " now and decide again.",
        Map.of("newer", views.waiting(newer, creator)));
  }

  private static <T> ResponseEntity<T> before(Comment comment, @Nullable Decision first) {
    Map<String, Object> extra = new HashMap<>();
    extra.put("state", comment.state().word());
    if (first == null) {
      return Problem.with(
          HttpStatus.CONFLICT, "decided-before", "This response is public already.", extra);
    }
    extra.put("first", new First(first.act().word(), first.role(), first.at()));
    String what =
        switch (first.act()) {
          case PUBLISH -> "published";
          case SPAM -> "marked as spam";
          case REMOVE -> "removed";
        };
    return Problem.with(
        HttpStatus.CONFLICT,
        "decided-before",
        "You decided this before: it was %s.".formatted(what),
        extra);
  }

  private static <T> ResponseEntity<T> absent() {
    return Problem.of(
        HttpStatus.NOT_FOUND, "not-found", "There is no response on a letter of yours here.");
  }

  record Count(int waiting) {}

  /// A comment after a decision.
  ///
  /// @param tellsAuthor whether its author is told once it cannot be taken back; a name from
  ///   elsewhere is nobody here
  record Decided(CommentView comment, Instant undoUntil, boolean tellsAuthor) {}

  record Undone(CommentView comment) {}

  /// The decision that was there first.
  record First(String act, String by, Instant at) {}
}
