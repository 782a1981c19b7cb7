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
import org.openletter.comments.comment.Standing;

class WithdrawCommentTest {

  private final Desk desk = new Desk();

  private Standing after(Comment comment) {
    assertThat(desk.withdraw().withdraw(comment.address(), MARIT, comment.standing().seen()))
        .isEqualTo(new WithdrawComment.Result.Withdrawn());
    return desk.comments.find(comment.address()).orElseThrow().standing();
  }

  @Test
  void leavesATombstoneOnlyOfWhatWasPublic() {
    Standing published = after(desk.comments.put(aComment().build()));
    Standing held = after(desk.comments.put(aComment().held(HeldFor.JUNK).build()));

    assertThat(published.state()).isEqualTo(CommentState.DELETED);
    assertThat(published.shown()).isTrue();
    assertThat(published.later())
        .isEqualTo(new Later(NOON.plus(Duration.ofHours(24)), Later.What.BLANK));
    assertThat(held.shown()).isFalse();
    assertThat(published.blanked().words().text()).isEmpty();
    assertThat(published.blanked().words().html().value()).isEmpty();
  }

  @Test
  void dropsAChangeThatWaits() {
    assertThat(after(desk.comments.put(aComment().changing("New.", HeldFor.JUNK).build())).change())
        .isNull();
  }

  @Test
  void isDoneOnceHoweverOftenItIsAsked() {
    Comment comment = desk.comments.put(aComment().build());
    after(comment);
    after(comment);

    assertThat(desk.comments.find(comment.address()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void isTriedAgainWhenSomethingChangedMeanwhile() {
    Comment comment = desk.comments.put(aComment().held(HeldFor.SCREENING_PENDING).build());
    desk.comments.meanwhile(
        () -> desk.comments.save(comment, aComment().build().standing(), List.of()));

    assertThat(after(comment).state()).isEqualTo(CommentState.DELETED);
  }

  @Test
  void takesBackOnlyOnesOwnAndNotWhatWasRemoved() {
    Comment comment = desk.comments.put(aComment().build());
    Comment removed = desk.comments.put(aComment().in(CommentState.REMOVED, true).build());

    assertThat(desk.withdraw().withdraw(comment.address(), ROSA, comment.standing().seen()))
        .isEqualTo(new WithdrawComment.Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS));
    assertThat(desk.withdraw().withdraw(removed.address(), MARIT, removed.standing().seen()))
        .isEqualTo(new WithdrawComment.Result.No(CommentsRefusals.REMOVED));
  }

  @Test
  void withdrawsNothingWhoseWordsSheDidNotSee() {
    Comment comment = desk.comments.put(aComment().build());
    desk.comments.save(comment, aComment().saying("Other words.").build().standing(), List.of());

    assertThat(desk.withdraw().withdraw(comment.address(), MARIT, comment.standing().seen()))
        .isInstanceOf(WithdrawComment.Result.ChangedSince.class);
    assertThat(desk.comments.find(comment.address()).orElseThrow().state())
        .isEqualTo(CommentState.PUBLISHED);
  }
}
