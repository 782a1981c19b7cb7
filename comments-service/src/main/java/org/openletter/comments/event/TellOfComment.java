package org.openletter.comments.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Later;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.notice.Notice;
import org.openletter.comments.statement.Statement;
import org.openletter.comments.storage.Comments;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/// Says who has to hear what when a comment changes from one standing to another. One place, so
/// that no change can forget its statement or its notice. Imported names have no inbox.
@Component
public class TellOfComment {

  private final Comments comments;
  private final Ids ids;

  /// Reads parents from these comments and names events by these ids.
  public TellOfComment(Comments comments, Ids ids) {
    this.comments = comments;
    this.ids = ids;
  }

  /// What a new comment gives to tell.
  public List<OutboxEvent> arrived(Comment comment, Letter letter, Instant now) {
    List<Statement> statements = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    if (comment.state() == CommentState.PUBLISHED) {
      becamePublic(comment, letter, notices);
    } else {
      becameHeld(comment, letter, statements, notices);
    }
    return events(statements, notices, now);
  }

  /// What a decision gives to tell at once: its statement. Notices follow by `later`, when it can
  /// no longer be taken back.
  public List<OutboxEvent> decided(Comment before, Comment after, Letter letter, Instant now) {
    return changed(before, after, letter, now).stream()
        .filter(event -> event.kind() == CommentEvent.STATEMENT)
        .toList();
  }

  /// What a change of standing gives to tell at once.
  public List<OutboxEvent> changed(Comment before, Comment after, Letter letter, Instant now) {
    List<Statement> statements = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    switch (after.state()) {
      case PUBLISHED -> nowPublic(before, after, letter, statements, notices);
      case HELD -> {
        if (before.state() != CommentState.HELD
            || before.standing().heldFor() != after.standing().heldFor()) {
          becameHeld(after, letter, statements, notices);
        } else {
          heldForSomethingElse(before, after, statements);
        }
      }
      case REMOVED -> {
        Decision decision = after.standing().decision();
        if (decision != null && before.state() != CommentState.REMOVED) {
          statements.add(CommentStatements.removed(after, decision));
        }
      }
      // Nobody else refuses at the door yet, and what its author takes back concerns nobody else.
      case REJECTED, DELETED -> {}
    }
    return events(statements, notices, now);
  }

  /// What an undo gives to tell. A removal that its author never heard of is none to her, and the
  /// creator who undoes needs no notice of it.
  public List<OutboxEvent> undone(
      Comment before, Comment after, boolean authorKnew, Letter letter, Instant now) {
    String author = after.origin().author().id();
    return changed(before, after, letter, now).stream()
        .filter(event ->
            event.kind() == CommentEvent.STATEMENT
                || authorKnew
                    && author != null
                    && author.equals(event.body().getString("accountId")))
        .toList();
  }

  /// The notices of a decision that stands.
  public List<OutboxEvent> later(Comment comment, Later.What what, Letter letter, Instant now) {
    List<Notice> notices = new ArrayList<>();
    String author = comment.origin().author().id();
    Decision decision = comment.standing().decision();
    switch (what) {
      case TELL_PUBLISHED -> {
        if (author != null) {
          notices.add(CommentNotices.published(comment, author, letter));
        }
        becamePublic(comment, letter, notices);
      }
      case TELL_CHANGE_PUBLISHED -> {
        if (author != null) {
          notices.add(CommentNotices.changePublished(comment, author, letter));
        }
      }
      case TELL_REMOVED -> {
        if (author != null && decision != null) {
          notices.add(CommentNotices.removed(author, decision.reason(), letter));
        }
      }
      case BLANK -> {}
    }
    return events(List.of(), notices, now);
  }

  /// One notice for all that came with a file and wait.
  public OutboxEvent importedWait(Letter letter, int count, String eventId, Instant now) {
    return CommentNotices.importedWait(letter, count).event(eventId, now);
  }

  private void nowPublic(
      Comment before,
      Comment after,
      Letter letter,
      List<Statement> statements,
      List<Notice> notices) {
    String author = after.origin().author().id();
    String by = after.standing().decision() == null ? "screening" : "writer-of-letter";
    boolean automated = after.standing().decision() == null;
    Standing.Change change = after.standing().change();
    Standing.Change earlier = before.standing().change();
    if (before.state() != CommentState.PUBLISHED) {
      String ended = before.state() == CommentState.REMOVED ? "removed" : "held";
      statements.add(CommentStatements.lifted(after, ended, by, automated));
      if (author != null) {
        notices.add(CommentNotices.published(after, author, letter));
      }
      if (!before.standing().shown()) {
        becamePublic(after, letter, notices);
      }
    } else if (change != null && (earlier == null || earlier.heldFor() != change.heldFor())) {
      changeHeld(after, change, letter, statements, notices);
    } else if (change != null && earlier != null) {
      Statement now = held(after, change);
      if (!now.saysTheSameAs(held(before, earlier))) {
        statements.add(now);
      }
    } else if (change == null && earlier != null) {
      statements.add(CommentStatements.lifted(after, "change-held", by, automated));
      if (author != null) {
        notices.add(CommentNotices.changePublished(after, author, letter));
      }
    }
  }

  private static void changeHeld(
      Comment comment,
      Standing.Change change,
      Letter letter,
      List<Statement> statements,
      List<Notice> notices) {
    String author = comment.origin().author().id();
    statements.add(held(comment, change));
    if (author != null) {
      notices.add(CommentNotices.changeHeld(comment, author, change.heldFor(), letter));
    }
    tellCreator(comment, change.heldFor(), letter, notices);
  }

  private static Statement held(Comment comment, Standing.Change change) {
    return CommentStatements.held(comment, change.heldFor(), change.verdict(), "change-held");
  }

  // It waits as before and nobody has to be told, but a statement about words that are gone would
  // not be true any more.
  private static void heldForSomethingElse(
      Comment before, Comment after, List<Statement> statements) {
    HeldFor why = after.standing().heldFor();
    if (why == null) {
      return;
    }
    Statement now = CommentStatements.held(after, why, after.standing().verdict(), "held");
    if (!now.saysTheSameAs(
        CommentStatements.held(before, why, before.standing().verdict(), "held"))) {
      statements.add(now);
    }
  }

  private static void becameHeld(
      Comment comment, Letter letter, List<Statement> statements, List<Notice> notices) {
    HeldFor why = comment.standing().heldFor();
    if (why == null) {
      return;
    }
    statements.add(CommentStatements.held(comment, why, comment.standing().verdict(), "held"));
    String author = comment.origin().author().id();
    if (author != null) {
      notices.add(CommentNotices.held(comment, author, why, letter));
      tellCreator(comment, why, letter, notices);
    }
  }

  // While the screening is silent there is nothing for her to decide.
  private static void tellCreator(
      Comment comment, HeldFor why, Letter letter, List<Notice> notices) {
    if (why != HeldFor.SCREENING_PENDING && !comment.origin().byCreator()) {
      notices.add(CommentNotices.waiting(letter));
    }
  }

  private void becamePublic(Comment comment, Letter letter, List<Notice> notices) {
    if (comment.origin().author().imported()) {
      return;
    }
    String answered = comment.origin().place().answers();
    String to = answered == null ? null : authorOf(comment.letterId(), answered);
    if (to != null && answered != null && !comment.origin().author().is(to)) {
      notices.add(CommentNotices.reply(comment, to, answered, letter));
    }
    if (!comment.origin().byCreator() && !letter.creatorId().equals(to)) {
      notices.add(CommentNotices.newResponse(comment, letter));
    }
  }

  private @Nullable String authorOf(String letterId, String commentId) {
    return comments
        .find(new CommentAddress(letterId, commentId))
        .map(parent -> parent.origin().author().id())
        .orElse(null);
  }

  // Notices go first: an outbox is delivered in order, and while moderation-service is down people
  // are told all the same.
  private List<OutboxEvent> events(List<Statement> statements, List<Notice> notices, Instant now) {
    List<OutboxEvent> events = new ArrayList<>();
    notices.forEach(notice -> events.add(notice.event(ids.uuid7(), now)));
    statements.forEach(statement -> events.add(statement.event(ids.uuid7(), now)));
    return events;
  }
}
