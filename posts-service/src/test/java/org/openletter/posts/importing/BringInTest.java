package org.openletter.posts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.springframework.util.unit.DataSize;

class BringInTest {

  private static final String IMPORT = "import000000";
  private static final LetterId FIRST = new LetterId("first0000000");
  private static final LetterId SECOND = new LetterId("second000000");
  private static final Instant ORIGINAL = Instant.parse("2020-06-25T12:00:00Z");

  private final Desk desk = new Desk();
  private final InMemoryImports imports = new InMemoryImports();

  private final ShowImport show = new ShowImport(imports, desk.letters, desk.clock);
  private final CancelImport cancel = new CancelImport(imports, show, desk.clock);
  private final BringIn bringIn =
      new BringIn(
          imports,
          desk.letters,
          desk.versions,
          desk.news,
          desk.ids,
          desk.clock,
          new ImportSettings(
              DataSize.ofMegabytes(32),
              2,
              Duration.ofSeconds(20),
              Duration.ofHours(24),
              Duration.ofDays(14)));

  @BeforeEach
  void aFileWithTwoLettersWasChecked() {
    imports.addLetter(IMPORT, letter(0, "11", FIRST, 2), desk.clock.instant());
    imports.addLetter(IMPORT, letter(1, "12", SECOND, 0), desk.clock.instant());
    imports.add(
        new Import(
            IMPORT,
            ROSA.accountId(),
            "a.xml",
            1_000,
            Import.State.CHECKED,
            desk.clock.instant(),
            desk.clock.instant().plus(Duration.ofHours(24)),
            true,
            0,
            List.of(),
            List.of(),
            Set.of()));
  }

  @Test
  void makesDraftsThatCommentsServiceHearsOfBeforeTheirResponses() {
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ROSA)).isEqualTo(BringIn.Result.DONE);

    Letter draft = desk.letters.find(FIRST).orElseThrow();
    assertThat(draft).isInstanceOf(Letter.Draft.class);
    assertThat(draft.isOf(ROSA.accountId())).isTrue();
    assertThat(draft.manuscript().origin())
        .isEqualTo(new Letter.Origin.Imported("WordPress", "a.xml", ORIGINAL));
    assertThat(desk.versions.of(FIRST).getFirst().kept()).isTrue();
    assertThat(desk.letters.events())
        .extracting(event -> event.kind() + event.body().get("first"))
        .containsExactly("letternull", "import0", "import1", "letternull");
    assertThat(view().state()).isEqualTo("bringing-in");

    desk.letters.delivered();
    assertThat(view().state()).isEqualTo("done");
  }

  @Test
  void findsRoomForTheBatchesOfAnyLetter() {
    LetterId large = new LetterId("large0000000");
    imports.addLetter(IMPORT, letter(2, "13", large, 301), desk.clock.instant());

    bringIn.bringIn(IMPORT, List.of("13"), false, ROSA);

    assertThat(desk.letters.events()).hasSizeLessThan(90);
    int next = 0;
    for (OutboxEvent event : desk.letters.events().subList(1, desk.letters.events().size())) {
      assertThat(event.body().getInteger("first")).isEqualTo(next);
      next = event.body().getInteger("end");
    }
    assertThat(next).isEqualTo(301);
  }

  @Test
  void changesNothingTheSecondTime() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    int events = desk.letters.events().size();

    assertThat(bringIn.bringIn(IMPORT, List.of(), true, ROSA)).isEqualTo(BringIn.Result.DONE);
    assertThat(desk.letters.events()).hasSize(events);
    assertThat(desk.versions.count()).isEqualTo(2);
  }

  @Test
  void changesNothingWhenItRunsTwiceAtOnce() {
    desk.letters.meanwhile(() -> bringIn.bringIn(IMPORT, List.of("11"), false, ROSA));

    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);

    assertThat(desk.letters.events()).hasSize(3);
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void bringsInOnlyWhatIsChosenAndMoreLater() {
    bringIn.bringIn(IMPORT, List.of("12"), false, ROSA);
    desk.letters.delivered();
    assertThat(desk.letters.find(FIRST)).isEmpty();
    assertThat(view().state()).isEqualTo("done");
    assertThat(view().letters().getFirst().letterId()).isNull();
    assertThat(view().letters().getLast().letterId()).isEqualTo(SECOND.value());

    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    assertThat(view().state()).isEqualTo("bringing-in");
    assertThat(bringIn.bringIn(IMPORT, List.of("99"), false, ROSA))
        .isEqualTo(BringIn.Result.NOTHING_CHOSEN);
  }

  @Test
  void countsWhatIsInTheFile() {
    assertThat(view().responses()).isEqualTo(6);
    assertThat(view().live()).isEqualTo(4);
    assertThat(view().waiting()).isEqualTo(2);
  }

  @Test
  void doesNotFindSomebodyElsesFileOrOneThatIsOver() {
    assertThat(show.show(IMPORT, ANA)).isEmpty();
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ANA)).isEqualTo(BringIn.Result.NOT_FOUND);
    assertThat(cancel.cancel(IMPORT, ANA)).isEqualTo(CancelImport.Result.NOT_FOUND);

    desk.clock.advance(Duration.ofHours(24));
    assertThat(show.show(IMPORT, ROSA)).isEmpty();
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ROSA)).isEqualTo(BringIn.Result.NOT_FOUND);
  }

  @Test
  void keepsTheFileUntilItIsDelivered() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    desk.clock.advance(Duration.ofDays(13));

    assertThat(view().state()).isEqualTo("bringing-in");
    assertThat(cancel.cancel(IMPORT, ROSA)).isEqualTo(CancelImport.Result.BRINGING_IN);
    desk.letters.delivered();
    assertThat(cancel.cancel(IMPORT, ROSA)).isEqualTo(CancelImport.Result.DONE);
    assertThat(show.show(IMPORT, ROSA)).isEmpty();
    assertThat(desk.letters.find(FIRST)).isPresent();
  }

  private ShowImport.View view() {
    return show.show(IMPORT, ROSA).orElseThrow();
  }

  private static Import.ImportedLetter letter(int number, String source, LetterId id, int batches) {
    return new Import.ImportedLetter(
        number,
        source,
        id,
        LetterText.typed("Title " + number, "", "", "", List.of(), "Text"),
        ORIGINAL,
        1,
        2,
        1,
        false,
        batches);
  }
}
