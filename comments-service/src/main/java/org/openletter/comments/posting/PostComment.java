package org.openletter.comments.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.comment.Words;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.FindThread;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A member responds to a letter, or replies to a response. It is screened before it is stored, and
/// stored in one write with everything that others have to hear.
@Component
class PostComment {

  private final FindThread findThread;
  private final Comments comments;
  private final CheckText checkText;
  private final Admit admit;
  private final TellOfComment telling;
  private final Pace pace;
  private final OneAtATime oneAtATime;
  private final Ids ids;
  private final Clock clock;

  PostComment(
      FindThread findThread,
      Comments comments,
      CheckText checkText,
      Admit admit,
      TellOfComment telling,
      Pace pace,
      OneAtATime oneAtATime,
      Ids ids,
      Clock clock) {
    this.findThread = findThread;
    this.comments = comments;
    this.checkText = checkText;
    this.admit = admit;
    this.telling = telling;
    this.pace = pace;
    this.oneAtATime = oneAtATime;
    this.ids = ids;
    this.clock = clock;
  }

  /// What she sends.
  ///
  /// @param parentId the response she answers, null when she answers the letter
  /// @param key random, made with the form: sent twice it makes one response
  record Draft(@Nullable String text, @Nullable String parentId, @Nullable String key) {}

  /// How it went.
  sealed interface Result {

    /// It is stored: public, or held with a reason. The same form again gives the same answer.
    record Stored(Comment comment, CommentThread thread) implements Result {}

    /// The key was used for other words.
    record OtherTextSameKey(Comment first, CommentThread thread) implements Result {}

    record No(Refusal why) implements Result {}
  }

  Result post(String letterId, Caller caller, Draft draft) {
    return switch (checkText.check(draft.text(), draft.key())) {
      case CheckText.Result.No(var why) -> new Result.No(why);
      case CheckText.Result.Good(var words, var key) ->
          switch (findThread.verified(letterId)) {
            case FindThread.Result.Absent() -> new Result.No(CommentsRefusals.NO_PUBLIC_LETTER);
            case FindThread.Result.Unknown(String silent) ->
                new Result.No(CommentsRefusals.notSent(silent));
            case FindThread.Result.Known(var thread) ->
                thread.letter().isPublished()
                    ? oneAtATime.run(
                        caller.accountId(),
                        () -> post(thread, caller, words, key, draft.parentId()))
                    : new Result.No(CommentsRefusals.NO_PUBLIC_LETTER);
          };
    };
  }

  private Result post(
      CommentThread thread, Caller caller, Words words, String key, @Nullable String parentId) {
    Optional<Comment> first = comments.sent(thread.letter().id(), caller.accountId(), key);
    if (first.isPresent()) {
      return again(first.get(), thread, words, parentId);
    }
    Instant now = clock.instant();
    if (thread.closed(now)) {
      return new Result.No(CommentsRefusals.closed(thread.settings().closesAt()));
    }
    Optional<Comment> parent = parentId == null ? Optional.empty() : parent(thread, parentId);
    if (parentId != null && parent.isEmpty()) {
      return new Result.No(
          Refusal.field(
              "parentId",
              "The response you answer is not here any more. Your words are kept: you can"
                  + " respond to the letter instead."));
    }
    Optional<Duration> wait = pace.respond(caller);
    if (wait.isPresent()) {
      return new Result.No(CommentsRefusals.tooFast(wait.get()));
    }
    return store(thread, caller, words, key, parent.orElse(null));
  }

  private Result store(
      CommentThread thread, Caller caller, Words words, String key, @Nullable Comment parent) {
    boolean approved = comments.approvedBefore(caller.accountId(), thread.letter().creatorId());
    Origin.Author author = new Origin.Author(caller.accountId(), caller.handle(), caller.name());
    // It has its id before it is screened: asked again later, the screening knows that it is the
    // same.
    String id = ids.uuid7();
    Admission admission = admit.text(words.text(), id, author, thread, approved);
    Origin origin =
        new Origin(
            id,
            thread.letter().id(),
            thread.letter().creatorId(),
            parent == null ? Origin.Place.root(id) : parent.origin().place().reply(parent.id(), id),
            author,
            !approved && !thread.isOf(caller.accountId()),
            key,
            CommentAddress.timeOf(id));
    Comment comment = Comment.arrived(origin, Standing.arrived(admission, words));
    Optional<Comment> before =
        comments.insert(
            comment,
            origin.place().above().isEmpty() ? null : origin.place().above().getLast(),
            telling.arrived(comment, thread.letter(), clock.instant()));
    if (before.isPresent()) {
      return again(before.get(), thread, words, parent == null ? null : parent.id());
    }
    if (parent != null && admission.isPublic()) {
      comments.hasReplies(new CommentAddress(origin.letterId(), origin.place().rootId()));
    }
    return new Result.Stored(comment, thread);
  }

  private static Result again(
      Comment first, CommentThread thread, Words words, @Nullable String parentId) {
    boolean sameWords =
        first.standing().words().text().equals(words.text())
            && Objects.equals(first.origin().place().answers(), parentId);
    return sameWords
        ? new Result.Stored(first, thread)
        : new Result.OtherTextSameKey(first, thread);
  }

  private Optional<Comment> parent(CommentThread thread, String parentId) {
    return CommentAddress.of(thread.letter().id(), parentId)
        .flatMap(comments::find)
        .filter(comment -> comment.state() == CommentState.PUBLISHED);
  }
}
