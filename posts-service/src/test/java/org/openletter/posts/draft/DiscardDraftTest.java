package org.openletter.posts.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.draft.DiscardDraft.Result;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.Version;

class DiscardDraftTest {

  private final Desk desk = new Desk();

  private final DiscardDraft discard = new DiscardDraft(desk.letters, desk.versions, desk.news);

  @Test
  void throwsAwayADraftWithItsVersions() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(discard.discard(draft.id(), 1, ROSA)).isEqualTo(new Result.Done());
    assertThat(desk.letters.find(draft.id())).isEmpty();
    assertThat(desk.versions.count()).isZero();
    assertThat(desk.letters.events()).isEmpty();
    assertThat(discard.discard(draft.id(), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
  }

  @Test
  void tellsCommentsServiceOfAnImportedOne() {
    Letter.Draft draft = desk.imported("Title", "Text", null);

    assertThat(discard.discard(draft.id(), 1, ROSA)).isEqualTo(new Result.Done());
    assertThat(desk.letters.events().getFirst().body()).containsEntry("state", "withdrawn");
  }

  @Test
  void keepsWhatWasEverPublic() {
    assertThat(discard.discard(desk.published("Title", "Text").id(), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.ONCE_PUBLIC));
  }

  @Test
  void keepsADraftThatIsSavedMeanwhile() {
    Letter.Draft draft = desk.draft("Title", "Text");
    Version first = version(draft);
    Version second = first.next(desk.ids.uuid7(), first.text(), desk.clock.instant());
    desk.versions.add(second);
    desk.letters.meanwhile(
        () -> desk.letters.change(draft.saved(Letter.Latest.of(second)), List.of()));

    assertThat(discard.discard(draft.id(), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("letter-changed");
    assertThat(desk.versions.count()).isEqualTo(2);
  }

  @Test
  void saysThatItIsPublicWhenItBecameSoMeanwhile() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() ->
        desk.letters.change(
            draft.publish(Desk.publication(version(draft), desk.clock.instant())), List.of()));

    assertThat(discard.discard(draft.id(), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.ONCE_PUBLIC));
  }

  @Test
  void goesOnWhenWhatCameBetweenIsNoNewsToHer() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() -> desk.letters.change(draft.saved(draft.latest()), List.of()));

    assertThat(discard.discard(draft.id(), 1, ROSA)).isEqualTo(new Result.Done());
  }

  @Test
  void keepsADraftThatSheHasNotSeenLikeThis() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(discard.discard(draft.id(), 7, ROSA))
        .extracting("why.facts.newer.body")
        .isEqualTo("Text");
    assertThat(desk.letters.find(draft.id())).isPresent();
  }

  @Test
  void doesNotFindSomebodyElsesDraft() {
    assertThat(discard.discard(desk.draft("Title", "Text").id(), 1, ANA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
  }

  private Version version(Letter letter) {
    return desk.versions.find(letter.id(), letter.latest().versionId()).orElseThrow();
  }
}
