package org.openletter.comments.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.comment.Words;
import org.springframework.stereotype.Component;

/// Makes what a viewer sees out of comments. Nothing of a comment leaves this service but through
/// here.
@Component
public class ViewComments {

  private final CommentSettings settings;
  private final Clock clock;

  /// Views at this clock's time.
  public ViewComments(CommentSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// What this viewer sees of a comment; empty when she sees nothing.
  public Optional<CommentView> view(Comment comment, Viewer viewer) {
    return switch (Visibility.of(comment, viewer)) {
      case WHOLE -> Optional.of(whole(comment, viewer));
      case TOMBSTONE -> Optional.of(tombstone(comment, viewer));
      case NOTHING -> Optional.empty();
    };
  }

  /// What the creator sees of a comment she just decided about: also what never was public leaves
  /// her a trace, without a word of it.
  public CommentView decided(Comment comment, Viewer creator) {
    return comment.state() == CommentState.PUBLISHED || comment.state() == CommentState.HELD
        ? whole(comment, creator)
        : tombstone(comment, creator);
  }

  /// What the creator has to look at again when it changed while she decided: new words that wait
  /// before public ones.
  public CommentView waiting(Comment comment, Viewer creator) {
    Standing.Change change = comment.standing().change();
    return comment.state() == CommentState.PUBLISHED && change != null
        ? change(comment, change, creator)
        : decided(comment, creator);
  }

  /// A change that waits, with its words in place of the public ones, as the creator's queue shows
  /// it.
  public CommentView change(Comment comment, Standing.Change change, Viewer creator) {
    return view(comment, creator, change.words(), change.words().text(), change.heldFor());
  }

  private CommentView whole(Comment comment, Viewer viewer) {
    boolean mine = comment.origin().author().is(viewer.accountId());
    Standing standing = comment.standing();
    Standing.Change change = standing.change();
    boolean held = comment.state() == CommentState.HELD;
    // Her form goes on from her newest words; readers keep the public ones.
    String text =
        mine && change != null
            ? change.words().text()
            : mine || held && viewer.creator() ? standing.words().text() : null;
    HeldFor why = held ? standing.heldFor() : mine && change != null ? change.heldFor() : null;
    return view(comment, viewer, standing.words(), text, why);
  }

  private CommentView view(
      Comment comment, Viewer viewer, Words words, @Nullable String text, @Nullable HeldFor why) {
    Origin origin = comment.origin();
    boolean mine = origin.author().is(viewer.accountId());
    return new CommentView(
        origin.id(),
        origin.letterId(),
        origin.place().answers(),
        origin.place().depth(),
        new CommentView.Author(
            origin.author().handle(), origin.author().name(), origin.author().imported()),
        mine,
        origin.byCreator(),
        comment.state(),
        words.html(),
        text,
        origin.createdAt(),
        comment.standing().editedAt(),
        comment.state() == CommentState.REMOVED ? stone(comment) : null,
        why == null ? null : new CommentView.Waiting(why.word()),
        mine ? editableUntil(comment) : null,
        List.of(),
        0,
        null,
        viewer.creator() && comment.state() != CommentState.REMOVED,
        version(comment, mine, viewer));
  }

  private CommentView tombstone(Comment comment, Viewer viewer) {
    Origin origin = comment.origin();
    return new CommentView(
        origin.id(),
        origin.letterId(),
        origin.place().answers(),
        origin.place().depth(),
        null,
        origin.author().is(viewer.accountId()),
        false,
        comment.state(),
        null,
        null,
        origin.createdAt(),
        null,
        stone(comment),
        null,
        null,
        List.of(),
        0,
        null,
        false,
        version(comment, origin.author().is(viewer.accountId()), viewer));
  }

  // Only for those who can act on it.
  private static @Nullable String version(Comment comment, boolean mine, Viewer viewer) {
    return mine || viewer.creator() ? comment.standing().seen().version() : null;
  }

  // Only the code is for everybody: what the creator wrote about it is for its author.
  private static CommentView.Tombstone stone(Comment comment) {
    Decision decision = comment.standing().decision();
    if (comment.state() == CommentState.DELETED || decision == null) {
      return new CommentView.Tombstone("author", null);
    }
    Decision.Reason reason = decision.reason();
    return new CommentView.Tombstone(decision.role(), reason == null ? null : reason.code());
  }

  private @Nullable Instant editableUntil(Comment comment) {
    if (comment.state() != CommentState.PUBLISHED && comment.state() != CommentState.HELD) {
      return null;
    }
    Instant until = comment.origin().createdAt().plus(settings.editWindow());
    return until.isAfter(clock.instant()) ? until : null;
  }
}
