package org.openletter.posts.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.draft.SaveDraft.Result;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.publication.Newer;

class SaveDraftTest {

  private final Desk desk = new Desk();

  private final SaveDraft save =
      new SaveDraft(desk.letters, desk.versions, desk.news, desk.ids, desk.clock);

  private final ShowDraft show = new ShowDraft(desk.letters, desk.versions);
  private final ListVersions history = new ListVersions(desk.letters, desk.versions);

  @Test
  void savesANewerText() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.clock.move(Duration.ofSeconds(5));

    var result = (Result.Saved) save.save(draft.id(), body("Newer"), 1, ROSA);

    assertThat(result.draft().version()).isEqualTo(2);
    assertThat(result.draft().savedAt()).isEqualTo(desk.clock.instant());
    assertThat(show.show(draft.id(), ROSA).orElseThrow())
        .isEqualTo(result.draft())
        .satisfies(shown -> {
          assertThat(shown.body()).isEqualTo("Newer");
          assertThat(shown.title()).isEqualTo("Title");
          assertThat(shown.version()).isEqualTo(2);
        });
  }

  @Test
  void givesTheSameAnswerWhenTheSameTextComesAgain() {
    Letter.Draft draft = desk.draft("Title", "Text");
    Result first = save.save(draft.id(), body("Newer"), 1, ROSA);
    desk.clock.move(Duration.ofSeconds(5));

    assertThat(save.save(draft.id(), body("Newer"), 1, ROSA)).isEqualTo(first);
    assertThat(save.save(draft.id(), body("Newer"), 2, ROSA)).isEqualTo(first);
  }

  @Test
  void refusesATextWrittenOnAnOlderOneAndShowsTheNewer() {
    Letter.Draft draft = desk.draft("Title", "Text");
    save.save(draft.id(), body("From the phone"), 1, ROSA);

    assertThat(save.save(draft.id(), body("From the desk"), 1, ROSA))
        .isEqualTo(
            new Result.No(
                new Newer(
                        2,
                        desk.clock.instant(),
                        "Title",
                        "Northgate Clinic",
                        "",
                        "",
                        List.of(),
                        "",
                        "From the phone")
                    .refusal()));
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void losesARaceToAnotherSaveWithoutATrace() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() -> save.save(draft.id(), body("Faster"), 1, ROSA));

    assertThat(save.save(draft.id(), body("Slower"), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("letter-changed");
    assertThat(show.show(draft.id(), ROSA).orElseThrow().body()).isEqualTo("Faster");
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void savesAlsoWhenTheLetterIsPublishedMeanwhile() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() ->
        desk.letters.change(
            draft.publish(
                Desk.publication(
                    desk.versions.find(draft.id(), draft.latest().versionId()).orElseThrow(),
                    desk.clock.instant())),
            List.of()));

    assertThat(save.save(draft.id(), body("Newer"), 1, ROSA)).isInstanceOf(Result.Saved.class);
    assertThat(show.show(draft.id(), ROSA).orElseThrow().unpublishedChanges()).isTrue();
  }

  @Test
  void keepsOneVersionForEachSittingAndEveryPublicOne() {
    Letter.Published letter = desk.published("Title", "Public");
    for (int version = 1; version <= 20; version++) {
      desk.clock.move(Duration.ofMinutes(1));
      save.save(letter.id(), body("Text " + version), version, ROSA);
    }

    assertThat(history.list(letter.id(), ROSA).orElseThrow())
        .extracting(ListVersions.Entry::version, ListVersions.Entry::published)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(21, false),
            org.assertj.core.groups.Tuple.tuple(11, false),
            org.assertj.core.groups.Tuple.tuple(1, true));
    assertThat(desk.versions.count()).isEqualTo(3);
  }

  @Test
  void tellsCommentsServiceTheNewTitleOfAnImportedDraftOnly() {
    Letter.Draft imported = desk.imported("Title", "Text", Instant.EPOCH);
    save.save(imported.id(), body("Newer"), 1, ROSA);
    assertThat(desk.letters.events()).isEmpty();

    save.save(imported.id(), title("New title"), 2, ROSA);
    save.save(desk.draft("Own", "Text").id(), title("New title"), 1, ROSA);

    assertThat(desk.letters.events()).hasSize(1);
    assertThat(desk.letters.events().getFirst().body()).containsEntry("title", "New title");
  }

  @Test
  void leavesAloneWhatTheFormLeavesOut() {
    Letter.Draft draft = desk.draft("Title", "Text");

    save.save(draft.id(), title("New title"), 1, ROSA);

    assertThat(show.show(draft.id(), ROSA).orElseThrow().body()).isEqualTo("Text");
    assertThat(show.show(draft.id(), ROSA).orElseThrow().addressee()).isEqualTo("Northgate Clinic");
  }

  @Test
  void refusesWhatIsTooLongAndWritesNothing() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(save.save(draft.id(), body("x".repeat(64 * 1024 + 1)), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void doesNotFindSomebodyElsesOrUnknownLetters() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(save.save(draft.id(), body("Newer"), 1, ANA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(save.save(new LetterId("000000000000"), body("Newer"), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(show.show(draft.id(), ANA)).isEmpty();
    assertThat(history.list(draft.id(), ANA)).isEmpty();
  }

  @Test
  void keepsTheWordsOfAnotherWindowBesideThoseThatFollowThem() {
    Letter.Draft draft = desk.draft("Title", "Text");
    save.save(draft.id(), body("From the phone"), 1, ROSA);
    DraftForm mine =
        new DraftForm(null, null, null, null, null, "From the desk", null, null, null, true);

    save.save(draft.id(), mine, 2, ROSA);
    save.save(draft.id(), body("From the desk, later"), 3, ROSA);

    assertThat(history.list(draft.id(), ROSA).orElseThrow())
        .extracting(ListVersions.Entry::version)
        .containsExactly(4, 2);
  }

  @Test
  void looksAtNoTextThatIsFarTooLong() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(save.save(draft.id(), body("\u0301".repeat(200_000)), 1, ROSA))
        .extracting("why.facts.fields", LIST)
        .extracting("field")
        .containsExactly("body");
    assertThat(save.save(draft.id(), title("\u0301".repeat(401)), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
  }

  @Test
  void aWithdrawnLetterIsNotWrittenOn() {
    Letter.Published letter = desk.published("Title", "Text");
    desk.letters.change(letter.withdraw(desk.clock.instant()), List.of());

    assertThat(save.save(letter.id(), body("Newer"), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.STAYS_WITHDRAWN));
    assertThat(show.show(letter.id(), ROSA).orElseThrow().body()).isEqualTo("Text");
  }

  private static DraftForm body(String body) {
    return new DraftForm(null, null, null, null, null, body, null, null, null, null);
  }

  private static DraftForm title(String title) {
    return new DraftForm(title, null, null, null, null, null, null, null, null, null);
  }
}
