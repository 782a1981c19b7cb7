package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.openletter.comments.comment.CommentBuilder.CREATOR;
import static org.openletter.comments.comment.CommentBuilder.aComment;
import static org.openletter.comments.posting.Desk.MARIT;
import static org.openletter.comments.posting.Desk.NOON;
import static org.openletter.comments.posting.Desk.ROSA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.screening.Screenings;
import org.openletter.comments.thread.Mode;
import org.openletter.platform.caller.Caller;

class PostCommentTest {

  private static Comment stored(PostComment.Result result) {
    return ((PostComment.Result.Stored) result).comment();
  }

  @Test
  void publishesWhatNothingSpeaksAgainst() {
    Desk desk = new Desk();

    Comment comment = stored(desk.post(MARIT, "  I ride it after dark. "));

    assertThat(comment.state()).isEqualTo(CommentState.PUBLISHED);
    assertThat(comment.standing().words().text()).isEqualTo("I ride it after dark.");
    assertThat(comment.origin().createdAt()).isEqualTo(NOON);
    assertThat(comment.origin().firstHere()).isTrue();
    assertThat(desk.comments.told()).containsExactly("new-response");
  }

  @Test
  void holdsAFirstResponseAndPublishesTheNextAfterAnApproval() {
    Desk desk = new Desk().mode(Mode.HOLD_FIRST_TIMERS);

    assertThat(stored(desk.post(MARIT, "First.")).standing().heldFor())
        .isEqualTo(HeldFor.FIRST_COMMENT);
    assertThat(desk.comments.told()).containsExactly("response-held", "waiting", "held");
    desk.comments.put(aComment().build());

    assertThat(stored(desk.post(MARIT, "Second.")).state()).isEqualTo(CommentState.PUBLISHED);
  }

  @Test
  void holdsEverybodyWhileTheScreeningIsSilentAndTellsThem() {
    for (Caller caller : new Caller[] {MARIT, ROSA}) {
      Desk desk = new Desk().screening(Screenings.isSilent());

      Comment comment = stored(desk.post(caller, "Kept."));

      assertThat(comment.standing().heldFor()).isEqualTo(HeldFor.SCREENING_PENDING);
      assertThat(comment.standing().shown()).isFalse();
      assertThat(desk.comments.told()).containsExactly("response-held", "held");
    }
  }

  @Test
  void answersWithTheFirstWhenTheFormComesTwice() {
    Desk desk = new Desk();
    PostComment.Draft draft = new PostComment.Draft("Once.", null, "key");
    Comment first = stored(desk.post(MARIT, draft));

    assertThat(stored(desk.post(MARIT, draft))).isEqualTo(first);
    assertThat(desk.comments.all()).hasSize(1);
    assertThat(desk.post(MARIT, new PostComment.Draft("Other.", null, "key")))
        .isInstanceOf(PostComment.Result.OtherTextSameKey.class);
    assertThat(desk.post(ROSA, draft)).isInstanceOf(PostComment.Result.Stored.class);
  }

  @Test
  void countsNoTryTwice() {
    Desk desk = new Desk();
    PostComment.Draft draft = new PostComment.Draft("Once.", null, "key");
    for (int i = 0; i < 10; i++) {
      assertThat(desk.post(MARIT, draft)).isInstanceOf(PostComment.Result.Stored.class);
    }
  }

  @Test
  void letsNobodyWriteMoreThanSixAMinute() {
    Desk desk = new Desk();
    for (int i = 0; i < 6; i++) {
      desk.post(MARIT, "Response " + i);
    }

    assertThat(desk.post(MARIT, "Too much."))
        .isEqualTo(new PostComment.Result.No(CommentsRefusals.tooFast(Duration.ofMinutes(1))));
    assertThat(desk.post(ROSA, "Somebody else.")).isInstanceOf(PostComment.Result.Stored.class);
  }

  @Test
  void findsNoLetterWhereNoneIsPublic() {
    PostComment.Draft draft = new PostComment.Draft("Hello.", null, "key");

    assertThat(new Desk().post("unknown00000", MARIT, draft))
        .isEqualTo(new PostComment.Result.No(CommentsRefusals.NO_PUBLIC_LETTER));
    assertThat(new Desk().post("../x", MARIT, draft))
        .isEqualTo(new PostComment.Result.No(CommentsRefusals.NO_PUBLIC_LETTER));
    assertThat(new Desk().letters(Desk.DOWN).post("unknown00000", MARIT, draft))
        .isEqualTo(new PostComment.Result.No(CommentsRefusals.notSent("posts-service")));
  }

  @Test
  void acceptsAResponseWhilePostsServiceIsDownOnlyForAMinute() {
    Desk soon = new Desk(NOON.plusSeconds(59)).letters(Desk.DOWN);
    Desk late = new Desk(NOON.plusSeconds(60)).letters(Desk.DOWN);

    assertThat(soon.post(MARIT, "Hello.")).isInstanceOf(PostComment.Result.Stored.class);
    assertThat(late.post(MARIT, "Hello."))
        .isEqualTo(new PostComment.Result.No(CommentsRefusals.notSent("posts-service")));
  }

  @Test
  void refusesWhenTheThreadIsClosed() {
    assertThat(new Desk().mode(Mode.CLOSED).post(MARIT, "Too late."))
        .extracting("why.type")
        .isEqualTo("letter-closed");
  }

  @Test
  void refusesWhatIsNoText() {
    for (String text : new String[] {"", " \n ", "\u200b", "x".repeat(8001)}) {
      assertThat(new Desk().post(MARIT, text)).extracting("why.type").isEqualTo("invalid-fields");
    }
    for (String key : new String[] {"", "with space", "x".repeat(65)}) {
      assertThat(new Desk().post(MARIT, new PostComment.Draft("Text.", null, key)))
          .extracting("why.type")
          .isEqualTo("invalid-fields");
    }
  }

  @Test
  void countsCodePointsNotCharacters() {
    assertThat(new Desk().post(MARIT, "😀".repeat(8000)))
        .isInstanceOf(PostComment.Result.Stored.class);
  }

  @Test
  void repliesOnlyToWhatIsPublic() {
    Desk desk = new Desk();
    Comment parent = desk.comments.put(aComment().by(CREATOR).build());
    Comment held = desk.comments.put(aComment().held(HeldFor.JUNK).build());
    Comment gone = desk.comments.put(aComment().in(CommentState.DELETED, true).build());

    Comment reply = stored(desk.post(MARIT, new PostComment.Draft("Yes.", parent.id(), "k")));

    assertThat(reply.origin().place().answers()).isEqualTo(parent.id());
    assertThat(reply.origin().place().depth()).isEqualTo(2);
    assertThat(desk.comments.find(parent.address()).orElseThrow().replies()).isEqualTo(1);
    assertThat(desk.comments.told()).containsExactly("reply");
    for (Comment other : new Comment[] {held, gone}) {
      assertThat(desk.post(MARIT, new PostComment.Draft("Yes.", other.id(), "k2")))
          .extracting("why.type")
          .isEqualTo("invalid-fields");
    }
  }

  @Test
  void refusesWhatShowsNothing() {
    for (String blank :
        new String[] {
          "[](http://a.example)", "&nbsp;", "&#8203;", "\u0301\u0301", "\u200b", "> ", "- "
        }) {
      assertThat(new Desk().post(MARIT, blank))
          .as(blank)
          .extracting("why.type")
          .isEqualTo("invalid-fields");
    }
    assertThat(new Desk().post(MARIT, "[x](http://a.example)"))
        .isInstanceOf(PostComment.Result.Stored.class);
    assertThat(new Desk().post(MARIT, "🚲")).isInstanceOf(PostComment.Result.Stored.class);
  }

  @Test
  void measuresATextBeforeAnythingElseIsDoneWithIt() {
    Desk desk = new Desk();

    assertThat(desk.post(MARIT, "a" + "\u0301".repeat(480_000)))

        // Cleaned, it would be counted without most of its marks.
        .extracting("why.detail", STRING)
        .contains("this one has 480,001");
  }
}
