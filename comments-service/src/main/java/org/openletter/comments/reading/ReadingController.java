package org.openletter.comments.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reading a thread, one comment of it, and what oneself wrote.
@RestController
class ReadingController {

  private final ListComments listComments;
  private final OpenComment openComment;
  private final ListMine listMine;

  ReadingController(ListComments listComments, OpenComment openComment, ListMine listMine) {
    this.listComments = listComments;
    this.openComment = openComment;
    this.listMine = listMine;
  }

  @GetMapping("/letters/{letterId}/comments")
  ResponseEntity<ThreadPage> list(
      @PathVariable String letterId,
      Optional<Caller> caller,
      @RequestParam(defaultValue = "newest") String order,
      @RequestParam(required = false) @Nullable String after) {
    Optional<ThreadPage.Order> wanted = ThreadPage.Order.of(order);
    if (wanted.isEmpty() || after != null && !CommentAddress.isId(after)) {
      return CommentsRefusals.NO_PAGE_OF_CONVERSATION.answer();
    }
    return switch (listComments.list(letterId, caller, wanted.get(), after)) {
      case ListComments.Result.Listed(var page) -> ResponseEntity.ok(page);
      case ListComments.Result.No(var why) -> why.answer();
      case ListComments.Result.Unknown(String silent) -> throw unknown(silent);
    };
  }

  @GetMapping("/letters/{letterId}/comments/{id}")
  ResponseEntity<OpenComment.Place> open(
      @PathVariable String letterId, @PathVariable String id, Optional<Caller> caller) {
    return answer(openComment.open(letterId, id, caller));
  }

  @GetMapping("/letters/{letterId}/comments/{id}/replies")
  ResponseEntity<OpenComment.Replies> replies(
      @PathVariable String letterId,
      @PathVariable String id,
      Optional<Caller> caller,
      @RequestParam(required = false) @Nullable String after) {
    return answer(openComment.replies(letterId, id, caller, after));
  }

  @GetMapping("/comments/mine")
  ResponseEntity<ListMine.Mine> mine(
      Caller caller, @RequestParam(required = false) @Nullable String before) {
    return before != null && !CommentAddress.isId(before)
        ? CommentsRefusals.NO_PAGE_OF_CONVERSATION.answer()
        : ResponseEntity.ok(listMine.list(caller, before));
  }

  private static <T> ResponseEntity<T> answer(OpenComment.Result<T> result) {
    return switch (result) {
      case OpenComment.Result.Opened<T>(var found) -> ResponseEntity.ok(found);
      case OpenComment.Result.No<T>(var why) -> why.answer();
      case OpenComment.Result.Unknown<T>(String silent) -> throw unknown(silent);
    };
  }

  private static NoAnswer unknown(String silent) {
    return new NoAnswer(silent, "whether the letter is public is not known");
  }
}
