package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.aComment;
import static org.openletter.comments.posting.Desk.MARIT;
import static org.openletter.comments.posting.Desk.NOON;
import static org.openletter.comments.posting.Desk.ROSA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Later;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.screening.Screenings;
import org.openletter.comments.thread.Mode;

class EditCommentTest {

  private static Comment now(Desk desk, Comment comment) {
    return desk.comments.find(comment.address()).orElseThrow();
  }

  private static EditComment.Result edit(Desk desk, Comment comment, String text) {
    return desk.edit().edit(comment.address(), MARIT, text, now(desk, comment).standing().seen());
  }

  @Test
  void showsNewWordsAtOnceWhenTheyPass() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());

    assertThat(edit(desk, comment, "New words.")).isInstanceOf(EditComment.Result.Changed.class);

    assertThat(now(desk, comment).standing().words().text()).isEqualTo("New words.");
    assertThat(now(desk, comment).standing().editedAt()).isEqualTo(NOON);
    assertThat(desk.comments.told()).isEmpty();
  }

  @Test
  void keepsTheOldWordsWhenTheNewOnesAreHeldOrUnscreened() {
    for (var screening :
        new ScreenText[] {Screenings.holds("advertising"), Screenings.isSilent()}) {
      Desk desk = new Desk().screening(screening);
      Comment comment = desk.comments.put(aComment().at(NOON).build());

      edit(desk, comment, "New words.");

      assertThat(now(desk, comment).state()).isEqualTo(CommentState.PUBLISHED);
      assertThat(now(desk, comment).standing().words().text()).isEqualTo("Some words.");
      assertThat(now(desk, comment).standing().change()).isNotNull();
      assertThat(desk.comments.told()).contains("response-held", "change-held");
    }
  }

  @Test
  void statesTheReasonsOfTheWordsThatAreThereNow() {
    Desk desk = new Desk().screening(Screenings.holds("advertising"));
    Comment waits = desk.comments.put(aComment().at(NOON).held(HeldFor.JUNK).build());
    Comment publicOne = desk.comments.put(aComment().at(NOON).build());
    edit(desk, waits, "Buy.");
    edit(desk, publicOne, "Buy.");
    int toldBefore = desk.comments.told().size();

    edit(desk, waits, "Buy this.");
    edit(desk, publicOne, "Buy this.");
    assertThat(desk.comments.told()).as("the same reasons again").hasSize(toldBefore);

    desk.screening(Screenings.holds("repeated"));
    edit(desk, waits, "Said before.");
    edit(desk, publicOne, "Said before.");

    assertThat(now(desk, waits).standing().heldFor()).isEqualTo(HeldFor.JUNK);
    assertThat(desk.comments.told().subList(toldBefore, desk.comments.told().size()))
        .as("statements without a notice")
        .containsExactly("held", "change-held");
  }

  @Test
  void setsAHeldOneFreeWhenItsNewWordsPass() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).held(HeldFor.JUNK).build());

    edit(desk, comment, "Better words.");

    assertThat(now(desk, comment).state()).isEqualTo(CommentState.PUBLISHED);
    assertThat(desk.comments.told()).contains("response-published", "held");
  }

  @Test
  void leavesHeldWhatAPersonHeldAndWhatTheThreadHolds() {
    Desk desk = new Desk();
    Comment byHand = desk.comments.put(aComment().at(NOON).held(HeldFor.BY_MODERATOR).build());
    edit(desk, byHand, "Other words.");
    assertThat(now(desk, byHand).standing().heldFor()).isEqualTo(HeldFor.BY_MODERATOR);

    Desk careful = new Desk().mode(Mode.HOLD_FIRST_TIMERS);
    Comment first = careful.comments.put(aComment().at(NOON).held(HeldFor.FIRST_COMMENT).build());
    edit(careful, first, "Other words.");
    assertThat(now(careful, first).standing().heldFor()).isEqualTo(HeldFor.FIRST_COMMENT);
    assertThat(now(careful, first).standing().words().text()).isEqualTo("Other words.");
  }

  @Test
  void closesAfterAQuarterOfAnHour() {
    Desk desk = new Desk();
    Comment old = desk.comments.put(aComment().at(NOON.minus(Duration.ofMinutes(15))).build());
    Comment young = desk.comments.put(aComment().at(NOON.minus(Duration.ofSeconds(899))).build());

    assertThat(edit(desk, old, "Late."))
        .isEqualTo(new EditComment.Result.No(CommentsRefusals.EDIT_WINDOW_OVER));
    assertThat(edit(desk, young, "In time.")).isInstanceOf(EditComment.Result.Changed.class);
  }

  @Test
  void changesOnlyOnesOwnAndOnlyWhatIsStillThere() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());
    Comment withdrawn =
        desk.comments.put(aComment().at(NOON).in(CommentState.DELETED, true).build());
    Comment removed = desk.comments.put(aComment().at(NOON).in(CommentState.REMOVED, true).build());

    assertThat(desk.edit().edit(comment.address(), ROSA, "x", comment.standing().seen()))
        .isEqualTo(new EditComment.Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS));
    assertThat(edit(desk, withdrawn, "x"))
        .isEqualTo(new EditComment.Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS));
    assertThat(edit(desk, removed, "x"))
        .isEqualTo(new EditComment.Result.No(CommentsRefusals.REMOVED));
    assertThat(edit(desk, comment, " ")).extracting("why.type").isEqualTo("invalid-fields");
  }

  @Test
  void limitsChangesBecauseEachIsScreened() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());
    for (int i = 0; i < 10; i++) {
      edit(desk, comment, "Words " + i);
    }

    assertThat(edit(desk, comment, "Once more.")).extracting("why.type").isEqualTo("too-fast");
  }

  @Test
  void changesItAgainWhenTheScreeningWasFaster() {
    Desk desk = new Desk();
    Comment comment =
        desk.comments.put(aComment().at(NOON).held(HeldFor.SCREENING_PENDING).build());
    desk.comments.meanwhile(() ->
        desk.comments.save(
            comment, aComment().saying("Some words.").build().standing(), List.of()));

    assertThat(edit(desk, comment, "New words.")).isInstanceOf(EditComment.Result.Changed.class);

    assertThat(now(desk, comment).standing().words().text()).isEqualTo("New words.");
    assertThat(now(desk, comment).version()).isEqualTo(2);
  }

  @Test
  void doesNotBringBackWhatWasRemovedMeanwhile() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());
    desk.comments.meanwhile(() ->
        desk.comments.save(
            comment, aComment().in(CommentState.REMOVED, true).build().standing(), List.of()));

    assertThat(edit(desk, comment, "New words."))
        .isEqualTo(new EditComment.Result.No(CommentsRefusals.REMOVED));
    assertThat(now(desk, comment).state()).isEqualTo(CommentState.REMOVED);
  }

  @Test
  void overwritesNothingThatSheDidNotSee() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());
    Seen first = comment.standing().seen();
    edit(desk, comment, "From the first tab.");

    var second = desk.edit().edit(comment.address(), MARIT, "From the second tab.", first);

    assertThat(second).isInstanceOf(EditComment.Result.ChangedSince.class);
    assertThat(now(desk, comment).standing().words().text()).isEqualTo("From the first tab.");
  }

  @Test
  void overwritesNothingThatCameWhileItWasScreened() {
    Desk desk = new Desk();
    Comment comment = desk.comments.put(aComment().at(NOON).build());
    desk.comments.meanwhile(() -> edit(desk, comment, "From the first tab."));

    assertThat(edit(desk, comment, "From the second tab."))
        .isInstanceOf(EditComment.Result.ChangedSince.class);
    assertThat(now(desk, comment).standing().words().text()).isEqualTo("From the first tab.");
  }

  @Test
  void keepsWhatPeopleAreStillToBeToldOfAPublication() {
    Desk desk = new Desk();
    Later later = new Later(NOON.plusSeconds(600), Later.What.TELL_PUBLISHED);
    Comment comment = desk.comments.put(aComment().at(NOON).due(later).build());

    edit(desk, comment, "New words.");

    assertThat(now(desk, comment).standing().later()).isEqualTo(later);
  }
}
