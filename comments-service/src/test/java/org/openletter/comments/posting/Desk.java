package org.openletter.comments.posting;

import static org.openletter.comments.comment.CommentBuilder.AUTHOR;
import static org.openletter.comments.comment.CommentBuilder.CREATOR;
import static org.openletter.comments.comment.CommentBuilder.LETTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.letter.LettersClient;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.screening.Screenings;
import org.openletter.comments.storage.RememberedComments;
import org.openletter.comments.thread.Mode;
import org.openletter.comments.thread.RememberedThreads;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.limit.Limits;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.text.Markdown;

/// The use cases of a writer with everything around them in memory.
final class Desk {

  static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");

  static final Caller MARIT = new Caller(AUTHOR, "marit", "Marit", Set.of("member"), "2026-01-01");

  static final Caller ROSA = new Caller(CREATOR, "rosa", "Rosa", Set.of("member"), "2026-01-01");

  static final LettersClient NO_SUCH_LETTER = _ -> Optional.empty();

  static final LettersClient DOWN =
      _ -> {
        throw new NoAnswer("posts-service", "test");
      };

  final RememberedComments comments = new RememberedComments();
  final RememberedThreads threads = new RememberedThreads();
  private final Clock clock;
  private ScreenText screening = Screenings.publishes();
  private LettersClient letters = NO_SUCH_LETTER;
  private final Limits limits;
  private final Ids ids;

  Desk() {
    this(NOON);
  }

  Desk(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    limits = new Limits(clock);
    ids = new Ids(clock, new Random(7));
    threads.with(RememberedThreads.aThread(LETTER, CREATOR, Mode.OPEN, NOON));
  }

  Desk mode(Mode mode) {
    threads.with(RememberedThreads.aThread(LETTER, CREATOR, mode, NOON));
    return this;
  }

  Desk screening(ScreenText other) {
    screening = other;
    return this;
  }

  Desk letters(LettersClient other) {
    letters = other;
    return this;
  }

  PostComment.Result post(Caller caller, String text) {
    return post(caller, new PostComment.Draft(text, null, ids.random12()));
  }

  PostComment.Result post(Caller caller, PostComment.Draft draft) {
    return post(LETTER, caller, draft);
  }

  PostComment.Result post(String letterId, Caller caller, PostComment.Draft draft) {
    PostingSettings settings = settings();
    return new PostComment(
            threads.finder(letters, clock),
            comments,
            new CheckText(settings, new Markdown()),
            new Admit(screening, comments),
            new TellOfComment(comments, ids),
            new Pace(limits, settings, clock),
            new OneAtATime(),
            ids,
            clock)
        .post(letterId, caller, draft);
  }

  EditComment edit() {
    PostingSettings settings = settings();
    return new EditComment(
        threads.finder(letters, clock),
        comments,
        new CheckText(settings, new Markdown()),
        new Admit(screening, comments),
        new TellOfComment(comments, ids),
        new Pace(limits, settings, clock),
        times(),
        clock);
  }

  WithdrawComment withdraw() {
    return new WithdrawComment(comments, times(), clock);
  }

  private static PostingSettings settings() {
    return new PostingSettings(8000, 6, 60, 20, Duration.ofDays(3), 10);
  }

  private static CommentSettings times() {
    return new CommentSettings(
        Duration.ofMinutes(15),
        Duration.ofMinutes(10),
        Duration.ofMinutes(10),
        Duration.ofHours(24));
  }
}
