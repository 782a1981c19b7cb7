package org.openletter.comments.queue;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.reading.CommentView;
import org.openletter.comments.reading.ViewComments;
import org.openletter.comments.reading.Viewer;
import org.openletter.platform.caller.Caller;
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
      return CommentsRefusals.NO_PAGE_OF_QUEUE.answer();
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
      return CommentsRefusals.NO_RESPONSE_TO_YOU.answer();
    }
    return switch (decideComment.decide(address.get(), caller, wish)) {
      case DecideComment.Result.Decided(var comment, var thread, var undoUntil) ->
          ResponseEntity.ok(
              new Decided(
                  views.decided(comment, Viewer.of(caller, thread)),
                  undoUntil,
                  !comment.origin().author().imported()));
      case DecideComment.Result.ChangedSince(var newer, var thread) ->
          changed(newer, Viewer.of(caller, thread));
      case DecideComment.Result.No(var why) -> why.answer();
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
      return CommentsRefusals.NO_RESPONSE_TO_YOU.answer();
    }
    Optional<Seen> seen = CheckWish.seen(version);
    if (seen.isEmpty()) {
      return CommentsRefusals.NO_VERSION.answer();
    }
    return switch (undoDecision.undo(address.get(), caller, seen.get())) {
      case UndoDecision.Result.Undone(var comment, var thread) ->
          ResponseEntity.ok(new Undone(views.decided(comment, Viewer.of(caller, thread))));
      case UndoDecision.Result.ChangedSince(var newer, var thread) ->
          changed(newer, Viewer.of(caller, thread));
      case UndoDecision.Result.No(var why) -> why.answer();
    };
  }

  private <T> ResponseEntity<T> changed(Comment newer, Viewer creator) {
    return CommentsRefusals.CHANGED_SINCE.with("newer", views.waiting(newer, creator)).answer();
  }

  record Count(int waiting) {}

  /// A comment after a decision.
  ///
  /// @param tellsAuthor whether its author is told once it cannot be taken back; a name from
  ///   elsewhere is nobody here
  record Decided(CommentView comment, Instant undoUntil, boolean tellsAuthor) {}

  record Undone(CommentView comment) {}
}
