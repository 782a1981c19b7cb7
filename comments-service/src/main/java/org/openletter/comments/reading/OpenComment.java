package org.openletter.comments.reading;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.FindThread;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A reader opens one comment in its place, or more of what is below it.
@Component
class OpenComment {

  private static final int REPLIES = 50;

  private static final int OWN = 50;

  private final FindThread findThread;
  private final Comments comments;
  private final CommentLists lists;
  private final ViewComments views;
  private final Clock clock;

  OpenComment(
      FindThread findThread,
      Comments comments,
      CommentLists lists,
      ViewComments views,
      Clock clock) {
    this.findThread = findThread;
    this.comments = comments;
    this.lists = lists;
    this.views = views;
    this.clock = clock;
  }

  /// What there is to see.
  sealed interface Result<T> {

    record Opened<T>(T found) implements Result<T> {}

    /// Nobody can say right now.
    record Unknown<T>(String silent) implements Result<T> {}

    record No<T>(Refusal why) implements Result<T> {}
  }

  /// A comment in its place.
  ///
  /// @param ancestors what it answers, from the root down, without their replies
  record Place(
      String letterId,
      CommentView comment,
      List<CommentView> ancestors,
      long count,
      List<String> rules,
      ThreadPage.CanRespond canRespond) {}

  /// Some of what is below a comment.
  record Replies(List<CommentView> comments, @Nullable String next) {}

  Result<Place> open(String letterId, String id, Optional<Caller> caller) {
    return on(
        letterId,
        id,
        caller,
        (thread, comment, viewer) -> new Result.Opened<>(place(thread, comment, caller, viewer)));
  }

  Result<Replies> replies(
      String letterId, String id, Optional<Caller> caller, @Nullable String after) {
    return on(
        letterId,
        id,
        caller,
        (_, comment, viewer) -> {
          Optional<String> from = after == null ? Optional.empty() : pathBelow(comment, after);
          return after != null && from.isEmpty()
              ? new Result.No<>(CommentsRefusals.NO_PAGE_OF_CONVERSATION)
              : new Result.Opened<>(replies(comment, viewer, from.orElse(null)));
        });
  }

  private interface Open<T> {
    Result<T> open(CommentThread thread, Comment comment, Viewer viewer);
  }

  private <T> Result<T> on(String letterId, String id, Optional<Caller> caller, Open<T> open) {
    Optional<CommentAddress> address = CommentAddress.of(letterId, id);
    if (address.isEmpty()) {
      return new Result.No<>(CommentsRefusals.NOTHING_PUBLIC);
    }
    return switch (findThread.readable(letterId)) {
      case FindThread.Result.Absent() -> new Result.No<>(CommentsRefusals.NOTHING_PUBLIC);
      case FindThread.Result.Unknown(String silent) -> new Result.Unknown<>(silent);
      case FindThread.Result.Known(var thread) -> {
        Viewer viewer = Viewer.of(caller, thread);
        yield Optional.of(address.get())
            .filter(_ -> thread.letter().isPublished())
            .flatMap(comments::find)
            .filter(comment -> Visibility.of(comment, viewer) != Visibility.NOTHING)
            .map(comment -> open.open(thread, comment, viewer))
            .orElseGet(() -> new Result.No<>(CommentsRefusals.NOTHING_PUBLIC));
      }
    };
  }

  private Place place(
      CommentThread thread, Comment comment, Optional<Caller> caller, Viewer viewer) {
    List<CommentView> above =
        lists.of(comment.letterId(), comment.origin().place().above()).stream()
            .sorted(Comparator.comparing(c -> c.origin().place().path()))
            .flatMap(c -> views.view(c, viewer).stream())
            .toList();
    Replies below = replies(comment, viewer, null);
    String parent = above.isEmpty() ? null : above.getLast().id();
    int level = above.size() + 1;
    CommentView view =
        views.view(comment, viewer).orElseThrow().placed(parent, level, below.comments());
    long more = below.next() == null ? 0 : Math.max(1, comment.replies() - below.comments().size());
    return new Place(
        comment.letterId(),
        below.next() == null ? view : view.goingOn(more, below.next()),
        above,
        thread.responses(),
        thread.settings().rules(),
        ThreadPage.CanRespond.of(thread, caller, clock));
  }

  private Replies replies(Comment comment, Viewer viewer, @Nullable String afterPath) {
    List<Comment> read = lists.below(comment, afterPath, REPLIES + 1);
    List<Comment> given = read.subList(0, Math.min(REPLIES, read.size()));
    List<CommentView> trees =
        new CommentTree(views, viewer)
            .grow(CommentTree.together(given, ownBelow(comment, viewer, afterPath)));
    return new Replies(trees, read.size() > REPLIES ? given.getLast().id() : null);
  }

  private List<Comment> ownBelow(Comment comment, Viewer viewer, @Nullable String afterPath) {
    if (viewer.accountId() == null || afterPath != null) {
      return List.of();
    }
    return lists.waitingOf(comment.letterId(), viewer.accountId(), OWN).stream()
        .filter(own -> isBelow(own, comment))
        .toList();
  }

  // Only what was given out as a cursor is one: something shown. What is hidden, foreign or unknown
  // is refused alike, so that nobody learns of a held response by naming it.
  private Optional<String> pathBelow(Comment comment, String after) {
    return CommentAddress.of(comment.letterId(), after)
        .flatMap(comments::find)
        .filter(last -> last.standing().shown() && isBelow(last, comment))
        .map(last -> last.origin().place().path());
  }

  private static boolean isBelow(Comment one, Comment other) {
    return one.origin().place().path().startsWith(other.origin().place().path() + ".");
  }
}
