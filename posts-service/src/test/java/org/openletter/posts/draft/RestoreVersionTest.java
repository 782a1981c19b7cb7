package org.openletter.posts.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;

class RestoreVersionTest {

  private final Desk desk = new Desk();

  private final SaveDraft save =
      new SaveDraft(desk.letters, desk.versions, desk.news, desk.ids, desk.clock);

  private final ShowVersion show = new ShowVersion(desk.letters, desk.versions);
  private final ListVersions history = new ListVersions(desk.letters, desk.versions);
  private final RestoreVersion restore = new RestoreVersion(show, save);

  @Test
  void anEarlierTextBecomesTheNewestAndNoneIsLost() {
    Letter.Draft draft = twoVersions();

    var result = (SaveDraft.Result.Saved) restore.restore(draft.id(), 1, 2, ROSA);
    assertThat(result.draft().version()).isEqualTo(3);
    assertThat(result.draft().savedAt()).isEqualTo(desk.clock.instant());

    assertThat(show.show(draft.id(), 3, ROSA).orElseThrow().body()).isEqualTo("Text");
    assertThat(numbers(draft)).containsExactly(3, 2, 1);
    // What is written afterwards takes the place of what was restored, of nothing else.
    save.save(draft.id(), body("Text, mended"), 3, ROSA);
    assertThat(numbers(draft)).containsExactly(4, 2, 1);
  }

  @Test
  void restoresNothingOverATextThatSheHasNotSeen() {
    Letter.Draft draft = twoVersions();
    save.save(draft.id(), body("From the phone"), 2, ROSA);

    assertThat(restore.restore(draft.id(), 1, 2, ROSA))
        .extracting("why.facts.newer.body")
        .isEqualTo("From the phone");
  }

  @Test
  void doesNotFindOtherVersionsOrThoseOfOthers() {
    Letter.Draft draft = twoVersions();

    assertThat(show.show(draft.id(), 9, ROSA)).isEmpty();
    assertThat(show.show(draft.id(), 1, ANA)).isEmpty();
    assertThat(restore.restore(draft.id(), 1, 2, ANA))
        .isEqualTo(new SaveDraft.Result.No(PostsRefusals.NO_SUCH_LETTER));
  }

  private Letter.Draft twoVersions() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.clock.move(Duration.ofMinutes(30));
    save.save(draft.id(), body("Newer"), 1, ROSA);
    return draft;
  }

  private List<Integer> numbers(Letter draft) {
    return history.list(draft.id(), ROSA).orElseThrow().stream()
        .map(ListVersions.Entry::version)
        .toList();
  }

  private static DraftForm body(String body) {
    return new DraftForm(null, null, null, null, null, body, null, null, null, null);
  }
}
