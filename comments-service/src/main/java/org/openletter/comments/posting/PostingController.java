package org.openletter.comments.posting;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
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

  private static final Duration SOON = Duration.ofSeconds(5);

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
      case PostComment.Result.NoSuchLetter() ->
          Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no public letter here.");
      case PostComment.Result.LetterUnknown(String silent) -> letterUnknown(silent);
      case PostComment.Result.Closed(var thread) -> closed(thread);
      case PostComment.Result.Invalid(var fields) -> Problem.fields(fields);
      case PostComment.Result.TooFast(var wait) -> tooFast(wait);
      case PostComment.Result.OtherTextSameKey(var first, var thread) ->
          Problem.with(
              HttpStatus.CONFLICT,
              "other-text-same-key",
              "This form was sent before with other words. Open it again to send these.",
              views
                  .view(first, Viewer.of(caller, thread))
                  .<Map<String, Object>>map(view -> Map.of("first", view))
                  .orElseGet(Map::of));
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
      return absent();
    }
    Optional<Seen> seen = seen(words.version());
    if (seen.isEmpty()) {
      return noVersion();
    }
    return switch (editComment.edit(address.get(), caller, words.text(), seen.get())) {
      case EditComment.Result.Changed(var comment, var thread) -> changed(comment, thread, caller);
      case EditComment.Result.Absent() -> absent();
      case EditComment.Result.LetterUnknown(String silent) -> letterUnknown(silent);
      case EditComment.Result.WindowOver() ->
          Problem.of(
              HttpStatus.CONFLICT,
              "edit-window-over",
              "A response can be changed only shortly after it was written. You can withdraw it and"
                  + " write another.");
      case EditComment.Result.Removed() -> removed();
      case EditComment.Result.ChangedSince(var newer, var thread) ->
          changedSince(newer, Viewer.of(caller, thread));
      case EditComment.Result.Invalid(var fields) -> Problem.fields(fields);
      case EditComment.Result.TooFast(var wait) -> tooFast(wait);
      case EditComment.Result.Busy() -> busy();
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
      return absent();
    }
    Optional<Seen> seen = seen(version);
    if (seen.isEmpty()) {
      return noVersion();
    }
    return switch (withdrawComment.withdraw(address.get(), caller, seen.get())) {
      case WithdrawComment.Result.Withdrawn() -> ResponseEntity.noContent().build();
      case WithdrawComment.Result.Absent() -> absent();
      case WithdrawComment.Result.Removed() -> removed();
      case WithdrawComment.Result.ChangedSince(var newer) ->
          changedSince(newer, Viewer.atDesk(caller));
      case WithdrawComment.Result.Busy() -> busy();
    };
  }

  /// Other words for a comment.
  ///
  /// @param version of the words that she began from
  record NewWords(@Nullable String text, @Nullable String version) {}

  private static Optional<Seen> seen(@Nullable String version) {
    return version == null ? Optional.empty() : Seen.of(version);
  }

  private static <T> ResponseEntity<T> noVersion() {
    return Problem.fields(
        List.of(
            new FieldProblem(
                "version",
                "Say which version of the response you saw: “version” of the answer that showed"
                    + " it.")));
  }

  private <T> ResponseEntity<T> changedSince(Comment newer, Viewer author) {
    return Problem.with(
        HttpStatus.CONFLICT,
        "response-changed",
        "This response was changed since you opened it, in another window or on another device."
            + " Nothing was done.",
        views
            .view(newer, author)
            .<Map<String, Object>>map(view -> Map.of("newer", view))
            .orElseGet(Map::of));
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
        .orElseGet(PostingController::removed);
  }

  private ResponseEntity<CommentView> changed(
      Comment comment, CommentThread thread, Caller caller) {
    boolean waits = comment.state() == CommentState.HELD || comment.standing().change() != null;
    return views
        .view(comment, Viewer.of(caller, thread))
        .map(view -> ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK).body(view))
        .orElseGet(PostingController::removed);
  }

  private static <T> ResponseEntity<T> closed(CommentThread thread) {
    return thread.settings().closesAt() == null
        ? Problem.of(
            HttpStatus.CONFLICT,
            "letter-closed",
            "The writer of this letter has closed the responses. Your words are kept here.")
        : Problem.with(
            HttpStatus.CONFLICT,
            "letter-closed",
            "Responses to this letter are closed. Your words are kept here.",
            Map.of("closesAt", thread.settings().closesAt()));
  }

  private static <T> ResponseEntity<T> letterUnknown(String silent) {
    return Problem.retryLater(
        HttpStatus.SERVICE_UNAVAILABLE,
        "no-answer",
        "Your response was not sent: the part of this site that keeps the %s does not answer."
                .formatted(silent.equals("profiles-service") ? "accounts" : "letters")
            + " Your words are kept here. Try again in a minute.",
        SOON);
  }

  private static <T> ResponseEntity<T> tooFast(Duration wait) {
    return Problem.retryLater(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-fast",
        "That is more than one person may write in this time. Your words are kept here. Send them"
            + " again %s.".formatted(in(wait)),
        wait);
  }

  private static String in(Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    return minutes <= 1
        ? "in a minute"
        : minutes < 120 ? "in " + minutes + " minutes" : "in " + minutes / 60 + " hours";
  }

  private static <T> ResponseEntity<T> absent() {
    return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no response of yours here.");
  }

  private static <T> ResponseEntity<T> removed() {
    return Problem.of(
        HttpStatus.CONFLICT,
        "response-removed",
        "This response was removed meanwhile. The reason is under your responses.");
  }

  private static <T> ResponseEntity<T> busy() {
    return Problem.retryLater(
        HttpStatus.SERVICE_UNAVAILABLE,
        Problem.BUSY,
        "This response is changing right now. Try again in a moment.",
        Duration.ofSeconds(1));
  }
}
