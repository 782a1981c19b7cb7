package org.openletter.comments.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.openletter.platform.caller.Caller;
import org.springframework.stereotype.Component;

/// A member looks at everything she wrote, with its state and the reasons.
@Component
class ListMine {

  private static final int PAGE = 20;

  private final CommentLists lists;
  private final Threads threads;
  private final ViewComments views;

  ListMine(CommentLists lists, Threads threads, ViewComments views) {
    this.lists = lists;
    this.threads = threads;
    this.views = views;
  }

  /// One page of hers, newest first.
  record Mine(List<Item> comments, @Nullable String next) {}

  /// One of hers.
  ///
  /// @param decision why it is not public; null when it is
  record Item(@JsonUnwrapped CommentView comment, LetterName letter, @Nullable Why decision) {}

  record LetterName(String id, String slug, String title) {}

  /// What was decided about it. What it rests on stands in its statement, which moderation-service
  /// has.
  ///
  /// @param by `screening`, `thread-rule` or `writer-of-letter`
  /// @param reason one word
  /// @param words the own words of whoever decided, whole; null when there are none
  record Why(String by, String reason, @Nullable String words, Instant at) {}

  Mine list(Caller caller, @Nullable String before) {
    List<Comment> read = lists.by(caller.accountId(), before, PAGE + 1);
    List<Comment> page = read.subList(0, Math.min(PAGE, read.size()));
    Map<String, CommentThread> known =
        page.isEmpty()
            ? Map.of()
            : threads.find(page.stream().map(Comment::letterId).collect(Collectors.toSet()));
    Viewer viewer = Viewer.atDesk(caller);
    List<Item> items =
        page.stream()
            .flatMap(comment ->
                views.view(comment, viewer).stream()
                    .map(view -> new Item(view, letter(comment, known), why(comment))))
            .toList();
    return new Mine(items, read.size() > PAGE ? page.getLast().id() : null);
  }

  private static LetterName letter(Comment comment, Map<String, CommentThread> known) {
    CommentThread thread = known.get(comment.letterId());
    return thread == null
        ? new LetterName(comment.letterId(), "", "")
        : new LetterName(comment.letterId(), thread.letter().slug(), thread.letter().title());
  }

  private static @Nullable Why why(Comment comment) {
    Standing standing = comment.standing();
    Decision decision = standing.decision();
    Standing.Change change = standing.change();
    return switch (comment.state()) {
      case REMOVED -> decision == null ? null : removed(decision);
      case HELD -> held(standing.heldFor(), comment.origin().createdAt());
      case PUBLISHED -> change == null ? null : held(change.heldFor(), change.at());
      case REJECTED, DELETED -> null;
    };
  }

  private static Why removed(Decision decision) {
    Decision.Reason reason = decision.reason();
    return new Why(
        decision.role(),
        reason == null ? decision.act().word() : reason.code(),
        reason == null || reason.text().isEmpty() ? null : reason.text(),
        decision.at());
  }

  private static @Nullable Why held(@Nullable HeldFor why, Instant at) {
    if (why == null) {
      return null;
    }
    boolean byRule = why == HeldFor.FIRST_COMMENT || why == HeldFor.HOLD_ALL;
    return new Why(byRule ? "thread-rule" : "screening", why.word(), null, at);
  }
}
