package org.openletter.comments.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.CREATOR;
import static org.openletter.comments.comment.CommentBuilder.LETTER;
import static org.openletter.comments.comment.CommentBuilder.aComment;
import static org.openletter.comments.comment.CommentBuilder.words;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Later;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.storage.RememberedComments;
import org.openletter.comments.thread.Mode;
import org.openletter.comments.thread.RememberedThreads;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;

class DecideCommentTest {

  private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
  private static final Caller ROSA = new Caller(CREATOR, "rosa", "Rosa", Set.of("member"));
  private static final Caller OTHER = new Caller("other0000000", "o", "O", Set.of("member"));
  private static final CheckWish.Wish PUBLISH = new CheckWish.Wish("publish", null, null);
  private static final CheckWish.Wish SPAM = new CheckWish.Wish("spam", null, null);
  private static final CheckWish.Wish REMOVE =
      new CheckWish.Wish("remove", new CheckWish.WishedReason("rule", "Be kind."), null);

  private final RememberedComments comments = new RememberedComments();
  private final RememberedThreads threads =
      new RememberedThreads()
          .with(RememberedThreads.aThread(LETTER, CREATOR, Mode.HOLD_FIRST_TIMERS, NOON));

  private DecideComment.Result decide(Comment comment, CheckWish.Wish wish) {
    return decideAt(NOON, comment, ROSA, wish);
  }

  /// Decides about what is there now.
  private DecideComment.Result decideAt(
      Instant now, Comment comment, Caller caller, CheckWish.Wish wish) {
    return decideAt(now, comment, caller, wish, now(comment).seen());
  }

  private DecideComment.Result decideAt(
      Instant now, Comment comment, Caller caller, CheckWish.Wish wish, Seen seen) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    CommentSettings settings =
        new CommentSettings(
            Duration.ofMinutes(15),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(24));
    return new DecideComment(
            comments,
            threads,
            new CheckWish(),
            new TellOfComment(comments, new Ids(clock, new Random(1))),
            settings,
            clock)
        .decide(
            comment.address(),
            caller,
            new CheckWish.Wish(wish.act(), wish.reason(), seen.version()));
  }

  private UndoDecision.Result undoAt(Instant now, Comment comment, Caller caller) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new UndoDecision(
            comments, threads, new TellOfComment(comments, new Ids(clock, new Random(2))), clock)
        .undo(comment.address(), caller, now(comment).seen());
  }

  private Standing now(Comment comment) {
    return comments.find(comment.address()).orElseThrow().standing();
  }

  @Test
  void publishesWhatIsHeldAndTellsWhenItCannotBeTakenBack() {
    Comment comment = comments.put(aComment().held(HeldFor.FIRST_COMMENT).build());

    assertThat(decide(comment, PUBLISH)).isInstanceOf(DecideComment.Result.Decided.class);

    assertThat(now(comment).state()).isEqualTo(CommentState.PUBLISHED);
    assertThat(now(comment).shown()).isTrue();
    assertThat(now(comment).later())
        .isEqualTo(new Later(NOON.plus(Duration.ofMinutes(10)), Later.What.TELL_PUBLISHED));
    assertThat(comments.told()).containsExactly("held");
  }

  @Test
  void removesWhatIsHeldWithoutATrace() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());

    decide(comment, SPAM);

    assertThat(now(comment).state()).isEqualTo(CommentState.REMOVED);
    assertThat(now(comment).shown()).isFalse();
    assertThat(now(comment).later())
        .isEqualTo(new Later(NOON.plus(Duration.ofMinutes(10)), Later.What.TELL_REMOVED));
    assertThat(comments.told()).containsExactly("removed");
  }

  @Test
  void removesWhatIsPublicWithATombstone() {
    Comment comment = comments.put(aComment().build());

    decide(comment, REMOVE);

    assertThat(now(comment).shown()).isTrue();
    assertThat(now(comment).words().text()).isEqualTo("Some words.");
  }

  @Test
  void tellsNobodyOfImportedOnes() {
    Comment comment = comments.put(aComment().imported().held(HeldFor.JUNK).build());

    decide(comment, SPAM);

    assertThat(now(comment).later()).isNull();
  }

  @Test
  void undoesTheLastDecisionWithinTenMinutes() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    Standing before = now(comment);
    decide(comment, SPAM);

    assertThat(undoAt(NOON.plusSeconds(599), comment, OTHER))
        .isEqualTo(new UndoDecision.Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU));
    assertThat(undoAt(NOON.plusSeconds(599), comment, ROSA))
        .isInstanceOf(UndoDecision.Result.Undone.class);

    assertThat(now(comment)).isEqualTo(before);
    assertThat(comments.told()).containsExactly("removed", "held");
    assertThat(undoAt(NOON.plusSeconds(599), comment, ROSA))
        .isEqualTo(new UndoDecision.Result.No(CommentsRefusals.NOTHING_TO_UNDO));
  }

  @Test
  void undoesNothingAfterThat() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, PUBLISH);

    assertThat(undoAt(NOON.plusSeconds(600), comment, ROSA))
        .isEqualTo(new UndoDecision.Result.No(CommentsRefusals.UNDO_OVER));
  }

  @Test
  void undoesNothingThatItsAuthorOvertook() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, PUBLISH);
    Comment published = comments.find(comment.address()).orElseThrow();
    comments.save(published, published.standing().withdrawn(NOON), List.of());

    assertThat(undoAt(NOON, comment, ROSA))
        .isEqualTo(new UndoDecision.Result.No(CommentsRefusals.NOTHING_TO_UNDO));
    assertThat(decide(comment, PUBLISH))
        .isEqualTo(new DecideComment.Result.No(CommentsRefusals.WITHDRAWN));
  }

  @Test
  void letsTheFirstOfTwoAtOnceWin() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    comments.meanwhile(() -> decide(comment, PUBLISH));

    DecideComment.Result second = decide(comment, REMOVE);

    assertThat(second).extracting("why.facts.first.act").isEqualTo("publish");
    assertThat(now(comment).state()).isEqualTo(CommentState.PUBLISHED);
  }

  @Test
  void takesASecondDecisionForAMistakeOnlyWhileTheFirstCanBeUndone() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, PUBLISH);

    assertThat(decide(comment, SPAM)).extracting("why.type").isEqualTo("decided-before");
    assertThat(decideAt(NOON.plusSeconds(601), comment, ROSA, SPAM))
        .isInstanceOf(DecideComment.Result.Decided.class);
    assertThat(decideAt(NOON.plusSeconds(601), comment, ROSA, REMOVE))
        .extracting("why.type")
        .isEqualTo("decided-before");
  }

  @Test
  void publishesNothingByHandThatWasNotScreened() {
    Comment held = comments.put(aComment().held(HeldFor.SCREENING_PENDING).build());
    Comment changing = comments.put(aComment().changing("New.", HeldFor.SCREENING_PENDING).build());

    assertThat(decide(held, PUBLISH))
        .isEqualTo(new DecideComment.Result.No(CommentsRefusals.NOT_CHECKED_YET));
    assertThat(decide(changing, PUBLISH))
        .isEqualTo(new DecideComment.Result.No(CommentsRefusals.NOT_CHECKED_YET));
    assertThat(decide(held, SPAM)).isInstanceOf(DecideComment.Result.Decided.class);
  }

  @Test
  void isForTheCreatorOfTheLetterAlone() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());

    assertThat(decideAt(NOON, comment, OTHER, PUBLISH))
        .isEqualTo(new DecideComment.Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU));
  }

  @Test
  void acceptsAChange() {
    Comment comment = comments.put(aComment().changing("New words.", HeldFor.JUNK).build());

    decide(comment, PUBLISH);

    assertThat(now(comment).words().text()).isEqualTo("New words.");
    assertThat(now(comment).change()).isNull();
    assertThat(comments.told()).containsExactly("change-held");
    assertThat(now(comment).later())
        .isEqualTo(new Later(NOON.plus(Duration.ofMinutes(10)), Later.What.TELL_CHANGE_PUBLISHED));
  }

  @Test
  void decidesNothingAboutWordsThatSheDidNotSee() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    Seen seen = comment.standing().seen();
    rewrite(comment, "My home address is 12 Alder Close.");

    for (CheckWish.Wish wish : List.of(PUBLISH, SPAM, REMOVE)) {
      assertThat(decideAt(NOON, comment, ROSA, wish, seen))
          .isInstanceOfSatisfying(
              DecideComment.Result.ChangedSince.class,
              changed ->
                  assertThat(changed.newer().standing().words().text()).contains("Alder Close"));
    }
    assertThat(now(comment).state()).isEqualTo(CommentState.HELD);
  }

  @Test
  void decidesNothingAboutWordsThatCameBetweenReadingAndWriting() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    comments.meanwhile(() -> rewrite(comment, "Other words."));

    assertThat(decide(comment, PUBLISH)).isInstanceOf(DecideComment.Result.ChangedSince.class);
    assertThat(now(comment).state()).isEqualTo(CommentState.HELD);
  }

  @Test
  void goesOnWhenOnlyBookkeepingCameBetween() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    comments.meanwhile(() -> comments.save(comment, comment.standing(), List.of()));

    assertThat(decide(comment, PUBLISH)).isInstanceOf(DecideComment.Result.Decided.class);
  }

  @Test
  void takesBackAlthoughBookkeepingCameBetween() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, SPAM);
    Comment decided = comments.find(comment.address()).orElseThrow();
    comments.meanwhile(() -> comments.save(decided, decided.standing(), List.of()));

    assertThat(undoAt(NOON, comment, ROSA)).isInstanceOf(UndoDecision.Result.Undone.class);
    assertThat(now(comment).state()).isEqualTo(CommentState.HELD);
  }

  @Test
  void saysWhatCameBetweenWhenADecisionCannotBeTakenBack() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, SPAM);
    comments.meanwhile(() -> {
      undoAt(NOON, comment, ROSA);
      decideAt(NOON.plusSeconds(1), comment, ROSA, REMOVE);
    });

    assertThat(undoAt(NOON, comment, ROSA)).isInstanceOf(UndoDecision.Result.ChangedSince.class);
    assertThat(now(comment).state()).isEqualTo(CommentState.REMOVED);
  }

  @Test
  void saysThatItIsBusyWhenItKeepsChanging() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, SPAM);
    comments.meanwhile(() -> keepChanging(comment));

    assertThat(undoAt(NOON, comment, ROSA))
        .isEqualTo(new UndoDecision.Result.No(CommentsRefusals.BUSY));
    assertThat(now(comment).state()).isEqualTo(CommentState.REMOVED);
  }

  // Before this write and before each that comes after it.
  private void keepChanging(Comment comment) {
    Comment changing = comments.find(comment.address()).orElseThrow();
    comments.save(changing, changing.standing(), List.of());
    comments.meanwhile(() -> keepChanging(comment));
  }

  @Test
  void takesBackOnlyTheDecisionThatSheSaw() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, SPAM);
    Seen spam = now(comment).seen();
    undoAt(NOON, comment, ROSA);
    decideAt(NOON.plusSeconds(1), comment, ROSA, REMOVE);

    UndoDecision undo =
        new UndoDecision(
            comments,
            threads,
            new TellOfComment(comments, new Ids(Clock.systemUTC(), new Random(3))),
            Clock.fixed(NOON, ZoneOffset.UTC));

    assertThat(undo.undo(comment.address(), ROSA, spam))
        .isInstanceOf(UndoDecision.Result.ChangedSince.class);
  }

  @Test
  void stillTellsOfThePublicationWhenARemovalAfterItIsTakenBack() {
    Comment comment = comments.put(aComment().held(HeldFor.JUNK).build());
    decide(comment, PUBLISH);
    Later later = now(comment).later();
    decideAt(NOON.plusSeconds(60), comment, ROSA, REMOVE);
    undoAt(NOON.plusSeconds(120), comment, ROSA);

    assertThat(now(comment).later()).isNotNull().isEqualTo(later);
    assertThat(now(comment).state()).isEqualTo(CommentState.PUBLISHED);
  }

  private void rewrite(Comment comment, String text) {
    Comment read = comments.find(comment.address()).orElseThrow();
    comments.save(
        read,
        read.standing().rewritten(Admission.held(HeldFor.JUNK, null), words(text)),
        List.of());
  }
}
