package org.openletter.comments.reading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.FindThread;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A reader opens the conversation on a letter. A small thread is read whole; of a large one a page
/// of roots with the first replies of each.
@Component
class ListComments {

  /// Up to so many a thread is read whole: one query, the tree in memory.
  static final int WHOLE_THREAD = 200;

  static final int ROOTS = 50;

  static final int REPLIES = 3;

  /// More of her own waiting ones than a person can have on one letter in practice.
  private static final int OWN = 50;

  private static final int MOST_WAITING = 1000;

  private final FindThread findThread;
  private final CommentLists lists;
  private final ViewComments views;
  private final Clock clock;

  ListComments(FindThread findThread, CommentLists lists, ViewComments views, Clock clock) {
    this.findThread = findThread;
    this.lists = lists;
    this.views = views;
    this.clock = clock;
  }

  /// What there is to read.
  sealed interface Result {

    record Listed(ThreadPage page) implements Result {}

    /// Nobody can say right now.
    record Unknown(String silent) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// One page.
  ///
  /// @param after the last root of the page before, null for the first page
  Result list(
      String letterId, Optional<Caller> caller, ThreadPage.Order order, @Nullable String after) {
    return switch (findThread.readable(letterId)) {
      case FindThread.Result.Absent() -> new Result.No(CommentsRefusals.NOTHING_PUBLIC);
      case FindThread.Result.Unknown(String silent) -> new Result.Unknown(silent);
      case FindThread.Result.Known(var thread) ->
          thread.letter().isPublished()
              ? new Result.Listed(list(thread, caller, order, after))
              : new Result.No(CommentsRefusals.NOTHING_PUBLIC);
    };
  }

  private ThreadPage list(
      CommentThread thread,
      Optional<Caller> caller,
      ThreadPage.Order order,
      @Nullable String after) {
    Viewer viewer = Viewer.of(caller, thread);
    String letterId = thread.letter().id();
    List<Comment> own =
        viewer.accountId() == null || after != null
            ? List.of()
            : lists.waitingOf(letterId, viewer.accountId(), OWN);
    if (after == null && thread.responses() <= WHOLE_THREAD) {
      List<Comment> all = lists.shown(letterId, WHOLE_THREAD + 1);
      if (all.size() <= WHOLE_THREAD) {
        long count = all.stream().filter(c -> c.state() == CommentState.PUBLISHED).count();
        List<CommentView> trees = trees(CommentTree.together(all, own), viewer, order);
        return page(thread, caller, order, count, trees, null);
      }
    }
    return large(thread, caller, order, after, own, viewer);
  }

  private ThreadPage large(
      CommentThread thread,
      Optional<Caller> caller,
      ThreadPage.Order order,
      @Nullable String after,
      List<Comment> own,
      Viewer viewer) {
    List<Comment> roots =
        lists.roots(thread.letter().id(), order == ThreadPage.Order.NEWEST, after, ROOTS + 1);
    String next = roots.size() > ROOTS ? roots.get(ROOTS - 1).id() : null;
    List<Comment> page = roots.subList(0, Math.min(ROOTS, roots.size()));
    List<Comment> all = new ArrayList<>(page);
    Map<String, Rest> rests = new HashMap<>();
    for (Comment root : page) {
      if (root.replies() > 0) {
        List<Comment> replies = lists.below(root, null, REPLIES + 1);
        List<Comment> first = replies.subList(0, Math.min(REPLIES, replies.size()));
        all.addAll(first);
        rests.put(root.id(), Rest.of(root, replies, first));
      }
    }
    List<CommentView> trees =
        trees(CommentTree.together(all, own), viewer, order).stream()
            .map(tree -> rests.getOrDefault(tree.id(), Rest.NOTHING).of(tree))
            .toList();
    return page(thread, caller, order, thread.responses(), trees, next);
  }

  private List<CommentView> trees(
      Collection<Comment> comments, Viewer viewer, ThreadPage.Order order) {
    CommentTree tree = new CommentTree(views, viewer);
    return switch (order) {
      case NEWEST -> tree.growNewestFirst(comments);
      case OLDEST -> tree.grow(comments);
    };
  }

  private ThreadPage page(
      CommentThread thread,
      Optional<Caller> caller,
      ThreadPage.Order order,
      long count,
      List<CommentView> trees,
      @Nullable String next) {
    boolean hers = caller.isPresent() && thread.isOf(caller.get().accountId());
    return new ThreadPage(
        thread.letter().id(),
        count,
        order,
        thread.settings().mode(),
        thread.settings().closesAt(),
        thread.settings().rules(),
        ThreadPage.CanRespond.of(thread, caller, clock),
        hers
            ? lists.waitingFor(thread.letter().creatorId(), thread.letter().id(), MOST_WAITING)
            : null,
        trees,
        next);
  }

  /// What is left below a root.
  private record Rest(long more, @Nullable String next) {

    private static final Rest NOTHING = new Rest(0, null);

    // The counter may be a moment behind: what was read says whether there is more at all.
    private static Rest of(Comment root, List<Comment> read, List<Comment> given) {
      return read.size() > given.size()
          ? new Rest(Math.max(1, root.replies() - given.size()), given.getLast().id())
          : NOTHING;
    }

    private CommentView of(CommentView tree) {
      return more == 0 ? tree : tree.goingOn(more, next);
    }
  }
}
