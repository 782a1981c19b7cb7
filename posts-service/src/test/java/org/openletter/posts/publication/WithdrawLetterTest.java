package org.openletter.posts.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.publication.WithdrawLetter.Result;

class WithdrawLetterTest {

  private final Desk desk = new Desk();

  private final WithdrawLetter withdraw =
      new WithdrawLetter(desk.letters, desk.versions, desk.news, desk.clock);

  @Test
  void takesALetterBackOnceAndTellsCommentsService() {
    Letter.Published letter = desk.published("Title", "Text");

    assertThat(withdraw.withdraw(letter.id(), 1, ROSA)).isEqualTo(new Result.Done());
    assertThat(withdraw.withdraw(letter.id(), 1, ROSA)).isEqualTo(new Result.Done());

    assertThat(desk.letters.find(letter.id()).orElseThrow()).isInstanceOf(Letter.Withdrawn.class);
    assertThat(desk.letters.events()).hasSize(1);
    assertThat(desk.letters.events().getFirst().body()).containsEntry("state", "withdrawn");
  }

  @Test
  void takesALetterBackAlsoWhenItIsBeingSaved() {
    Letter.Published letter = desk.published("Title", "Text");
    desk.letters.meanwhile(() -> desk.letters.change(letter.saved(letter.latest()), List.of()));

    assertThat(withdraw.withdraw(letter.id(), 1, ROSA)).isEqualTo(new Result.Done());
  }

  @Test
  void leavesAPublicTextThatSheHasNotSeen() {
    Letter.Published letter = desk.published("Title", "Text");

    assertThat(withdraw.withdraw(letter.id(), 2, ROSA))
        .extracting("why.facts.newer.body")
        .isEqualTo("Text");
    assertThat(desk.letters.find(letter.id()).orElseThrow()).isInstanceOf(Letter.Published.class);
  }

  @Test
  void hasNothingToTakeBackOfADraft() {
    assertThat(withdraw.withdraw(desk.draft("Title", "Text").id(), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.NOT_PUBLIC));
  }

  @Test
  void doesNotFindSomebodyElsesLetter() {
    Letter.Published letter = desk.published("Title", "Text");

    assertThat(withdraw.withdraw(letter.id(), 1, ANA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(desk.letters.find(letter.id()).orElseThrow()).isInstanceOf(Letter.Published.class);
  }
}
