package org.openletter.comments.posting;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.reading.CommentView;
import org.openletter.comments.reading.ViewComments;
import org.openletter.comments.reading.Viewer;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.thread.CommentThread;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Writing, changing and withdrawing one's own comment.
@RestController
class PostingController {

  private final PostComment postComment;
  private final EditComment editComment;
  private final WithdrawComment withdrawComment;
  private final ViewComments views;
  private final CommentLists lists;

  PostingController(
      PostComment postComment,
      EditComment editComment,
      WithdrawComment withdrawComment,
      ViewComments views,
      CommentLists lists) {
    this.postComment = postComment;
    this.editComment = editComment;
    this.withdrawComment = withdrawComment;
    this.views = views;
    this.lists = lists;
  }

  @PostMapping("/letters/{letterId}/comments")
  ResponseEntity<Sent> post(
      @PathVariable String letterId, Caller caller, @RequestBody PostComment.Draft draft) {
    return switch (postComment.post(letterId, caller, draft)) {
      case PostComment.Result.Stored(var comment, var thread) -> stored(comment, thread, caller);
      case PostComment.Result.OtherTextSameKey(var first, var thread) ->
          showing("first", first, CommentsRefusals.OTHER_TEXT, Viewer.of(caller, thread));
      case PostComment.Result.No(var why) -> why.answer();
    };
  }

  @PutMapping("/letters/{letterId}/comments/{id}")
  ResponseEntity<CommentView> edit(
      @PathVariable String letterId,
      @PathVariable String id,
      Caller caller,
      @RequestBody NewWords words) {
    Optional<CommentAddress> address = CommentAddress.of(letterId, id);
    if (address.isEmpty()) {
      return CommentsRefusals.NO_RESPONSE_OF_YOURS.answer();
    }
    Optional<Seen> seen = seen(words.version());
    if (seen.isEmpty()) {
      return CommentsRefusals.NO_VERSION.answer();
    }
    return switch (editComment.edit(address.get(), caller, words.text(), seen.get())) {
      case EditComment.Result.Changed(var comment, var thread) -> changed(comment, thread, caller);
      case EditComment.Result.ChangedSince(var newer, var thread) ->
          showing("newer", newer, CommentsRefusals.OTHER_WORDS, Viewer.of(caller, thread));
      case EditComment.Result.No(var why) -> why.answer();
    };
  }

  @DeleteMapping("/letters/{letterId}/comments/{id}")
  ResponseEntity<Void> withdraw(
      @PathVariable String letterId,
      @PathVariable String id,
      Caller caller,
      @RequestParam(required = false) @Nullable String version) {
    Optional<CommentAddress> address = CommentAddress.of(letterId, id);
    if (address.isEmpty()) {
      return CommentsRefusals.NO_RESPONSE_OF_YOURS.answer();
    }
    Optional<Seen> seen = seen(version);
    if (seen.isEmpty()) {
      return CommentsRefusals.NO_VERSION.answer();
    }
    return switch (withdrawComment.withdraw(address.get(), caller, seen.get())) {
      case WithdrawComment.Result.Withdrawn() -> ResponseEntity.noContent().build();
      case WithdrawComment.Result.ChangedSince(var newer) ->
          showing("newer", newer, CommentsRefusals.OTHER_WORDS, Viewer.atDesk(caller));
      case WithdrawComment.Result.No(var why) -> why.answer();
    };
  }

  /// Other words for a comment.
  ///
  /// @param version of the words that she began from
  record NewWords(@Nullable String text, @Nullable String version) {}

  private static Optional<Seen> seen(@Nullable String version) {
    return version == null ? Optional.empty() : Seen.of(version);
  }

  // Only what this viewer may see is beside the sentence.
  private <T> ResponseEntity<T> showing(
      String name, Comment comment, Refusal refusal, Viewer viewer) {
    return views
        .view(comment, viewer)
        .map(view -> refusal.with(name, view))
        .orElse(refusal)
        .answer();
  }

  // The same form sent again finds what became of it meanwhile: then there is nothing to show.
  private ResponseEntity<Sent> stored(Comment comment, CommentThread thread, Caller caller) {
    HttpStatus status =
        comment.state() == CommentState.HELD ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
    return views
        .view(comment, Viewer.of(caller, thread))
        .map(view ->
            ResponseEntity.status(status)
                .location(
                    URI.create(
                        "/letters/%s/comments/%s".formatted(comment.letterId(), comment.id())))
                .body(Sent.in(thread, view, lists)))
        .orElseGet(CommentsRefusals.REMOVED::answer);
  }

  private ResponseEntity<CommentView> changed(
      Comment comment, CommentThread thread, Caller caller) {
    boolean waits = comment.state() == CommentState.HELD || comment.standing().change() != null;
    return views
        .view(comment, Viewer.of(caller, thread))
        .map(view -> ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK).body(view))
        .orElseGet(CommentsRefusals.REMOVED::answer);
  }
}
