package org.openletter.comments.queue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.reading.CommentView;
import org.openletter.comments.reading.ViewComments;
import org.openletter.comments.reading.Viewer;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.openletter.platform.caller.Caller;
import org.springframework.stereotype.Component;

/// A creator looks at what waits for her on her letters, oldest first, with the reasons.
@Component
class ListQueue {

  private static final int PAGE = 20;

  /// Nobody reads further down in one sitting; beyond, the number says at least.
  private static final int MOST_COUNTED = 1000;

  private final CommentLists lists;
  private final Threads threads;
  private final ViewComments views;

  ListQueue(CommentLists lists, Threads threads, ViewComments views) {
    this.lists = lists;
    this.threads = threads;
    this.views = views;
  }

  /// One page.
  ///
  /// @param waiting how many wait here, counted up to 1,000
  /// @param inAll how many wait on all of her letters, counted likewise
  record Queue(int waiting, int inAll, List<Item> items, @Nullable String next) {}

  /// One that waits.
  ///
  /// @param change whether it is a public response whose new words wait; `comment` shows those
  /// @param firstHere whether it is its author's first response on her letters
  /// @param checkedBy for example `screening 1.0`; null when the screening did not look
  /// @param masked the text with personal data covered
  record Item(
      CommentView comment,
      LetterName letter,
      boolean change,
      boolean firstHere,
      List<Verdict.Reason> reasons,
      @Nullable String checkedBy,
      String masked) {}

  record LetterName(String id, String slug, String title) {}

  /// @param letterId only this letter, or null for all of hers
  /// @param after the last id of the page before, null for the first
  Queue list(Caller caller, @Nullable String letterId, @Nullable String after) {
    List<Comment> read = lists.queue(caller.accountId(), letterId, after, PAGE + 1);
    List<Comment> page = read.subList(0, Math.min(PAGE, read.size()));
    Map<String, CommentThread> known =
        page.isEmpty()
            ? Map.of()
            : threads.find(page.stream().map(Comment::letterId).collect(Collectors.toSet()));
    Viewer creator = new Viewer(caller.accountId(), true, false);
    int waiting = lists.waitingFor(caller.accountId(), letterId, MOST_COUNTED);
    return new Queue(
        waiting,
        letterId == null ? waiting : waiting(caller),
        page.stream().map(comment -> item(comment, creator, known)).toList(),
        read.size() > PAGE ? page.getLast().id() : null);
  }

  int waiting(Caller caller) {
    return lists.waitingFor(caller.accountId(), null, MOST_COUNTED);
  }

  private Item item(Comment comment, Viewer creator, Map<String, CommentThread> known) {
    Standing standing = comment.standing();
    Standing.Change change = comment.state() == CommentState.PUBLISHED ? standing.change() : null;
    Verdict verdict = change == null ? standing.verdict() : change.verdict();
    HeldFor why = change == null ? standing.heldFor() : change.heldFor();
    String text = change == null ? standing.words().text() : change.words().text();
    return new Item(
        change == null
            ? views.view(comment, creator).orElseThrow()
            : views.change(comment, change, creator),
        letter(comment, known),
        change != null,
        comment.origin().firstHere(),
        reasons(why, verdict),
        verdict == null ? null : "screening " + verdict.version(),
        verdict == null || verdict.masked() == null ? text : verdict.masked());
  }

  private static LetterName letter(Comment comment, Map<String, CommentThread> known) {
    CommentThread thread = known.get(comment.letterId());
    return thread == null
        ? new LetterName(comment.letterId(), "", "")
        : new LetterName(comment.letterId(), thread.letter().slug(), thread.letter().title());
  }

  // Why it waits comes first, also when the thread's settings say so and the screening does not.
  private static List<Verdict.Reason> reasons(@Nullable HeldFor why, @Nullable Verdict verdict) {
    List<Verdict.Reason> screened = verdict == null ? List.of() : verdict.reasons();
    if (why == null || verdict != null && verdict.hold() && !screened.isEmpty()) {
      return screened;
    }
    Verdict.Reason own = new Verdict.Reason(why.word(), Map.of(), 1, List.of());
    return Stream.concat(
            Stream.of(own), screened.stream().filter(reason -> !reason.code().equals(why.word())))
        .toList();
  }
}
