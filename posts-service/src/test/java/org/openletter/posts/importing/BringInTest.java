package org.openletter.posts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;
import org.springframework.util.unit.DataSize;

class BringInTest {

  private static final String IMPORT = "import000000";
  private static final LetterId FIRST = new LetterId("first0000000");
  private static final LetterId SECOND = new LetterId("second000000");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Instant ORIGINAL = Instant.parse("2020-06-25T12:00:00Z");

  private final Desk desk = new Desk();
  private final InMemoryImports imports = new InMemoryImports();

  private final ImportSettings settings =
      new ImportSettings(
          DataSize.ofMegabytes(32),
          2,
          Duration.ofSeconds(20),
          Duration.ofHours(24),
          LEASE,
          Duration.ofDays(14));

  private final AddDrafts addDrafts =
      new AddDrafts(
          imports, desk.letters, desk.versions, desk.names, desk.news, desk.ids, desk.clock);
  private final ShowImport show = new ShowImport(imports, desk.letters, desk.clock, settings);
  private final CancelImport cancel =
      new CancelImport(imports, desk.letters, addDrafts, show, desk.clock, settings);
  private final BringIn bringIn = new BringIn(imports, addDrafts, desk.clock, settings);
  private final ContinueImports goOn =
      new ContinueImports(
          imports,
          addDrafts,
          cancel,
          desk.clock,
          settings,
          new OutboxSettings(Duration.ofMillis(1), LEASE, LEASE, LEASE));

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
            new Import.Totals(2, 0, 4, 2),
            Import.Choice.none()));
  }

  @Test
  void anImportFromBeforeARenameBringsNoOldNameBack() {
    desk.letters.meanwhile(() -> desk.renamed("Rosa Luz"));

    bringIn.bringIn(IMPORT, List.of(), false, ROSA);

    assertThat(List.of(FIRST, SECOND))
        .allSatisfy(id ->
            assertThat(desk.letters.find(id).orElseThrow().manuscript().author().name())
                .isEqualTo("Rosa Luz"));
  }

  @Test
  void makesDraftsThatCommentsServiceHearsOfBeforeTheirResponses() {
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ROSA))
        .isEqualTo(new BringIn.Result.Done());

    Letter draft = desk.letters.find(FIRST).orElseThrow();
    assertThat(draft).isInstanceOf(Letter.Draft.class);
    assertThat(draft.isOf(ROSA.accountId())).isTrue();
    assertThat(draft.manuscript().origin())
        .isEqualTo(
            new Letter.Origin.Imported(
                "WordPress", "a.xml", ORIGINAL, Letter.Origin.Imported.PUBLIC));
    assertThat(desk.versions.of(FIRST).getFirst().kept()).isTrue();
    assertThat(desk.letters.events())
        .extracting(event -> event.kind().word() + event.body().get("first"))
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

    assertThat(bringIn.bringIn(IMPORT, List.of(), true, ROSA)).isEqualTo(new BringIn.Result.Done());
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
        .isEqualTo(new BringIn.Result.No(PostsRefusals.NOTHING_CHOSEN));
  }

  @Test
  void keepsLongerOnlyWhatIsNewlyChosen() {
    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    assertThat(imports.keptLonger()).containsExactly(0);

    bringIn.bringIn(IMPORT, List.of("11", "12"), false, ROSA);
    assertThat(imports.keptLonger()).containsExactly(1);

    desk.letters.delivered();
    assertThat(view().state()).isEqualTo("done");
    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    assertThat(imports.keptLonger()).containsExactly(0);
  }

  @Test
  void isWhatWasChosenOfItWhenTheTimeOfTheFileIsOver() {
    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    assertThat(view().count()).isEqualTo(2);

    desk.clock.move(Duration.ofHours(24));

    assertThat(view().count()).isEqualTo(1);
    assertThat(view().letters()).extracting(ShowImport.Entry::source).containsExactly("11");
    assertThat(bringIn.bringIn(IMPORT, List.of("12"), false, ROSA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.NOTHING_CHOSEN));
    assertThat(desk.letters.find(SECOND)).isEmpty();
  }

  @Test
  void saysSoWhenSomethingIsSweptUpInTheMomentItIsChosen() {
    imports.sweepAfterReading(IMPORT, 1);

    assertThat(bringIn.bringIn(IMPORT, List.of("11", "12"), false, ROSA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.IMPORT_JUST_ENDED));

    assertThat(view().state()).isEqualTo("checked");
    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).isEmpty();
    assertThat(goOn.continueOne()).isFalse();
  }

  @Test
  void countsWhatIsInTheFile() {
    assertThat(view().responses()).isEqualTo(6);
    assertThat(view().live()).isEqualTo(4);
    assertThat(view().waiting()).isEqualTo(2);
  }

  @Test
  void doesNotFindSomebodyElsesFileOrOneThatIsOver() {
    assertThat(show.show(IMPORT, 0, ANA)).isEmpty();
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ANA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.NO_SUCH_IMPORT));
    assertThat(cancel.cancel(IMPORT, view().seen(), ANA))
        .isEqualTo(new CancelImport.Result.No(PostsRefusals.NO_SUCH_IMPORT));

    desk.clock.move(Duration.ofHours(24));
    assertThat(show.show(IMPORT, 0, ROSA)).isEmpty();
    assertThat(bringIn.bringIn(IMPORT, List.of(), false, ROSA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.NO_SUCH_IMPORT));
  }

  @Test
  void keepsTheFileUntilItIsDelivered() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    desk.clock.move(Duration.ofDays(13));

    assertThat(view().state()).isEqualTo("bringing-in");
    desk.letters.delivered();
    assertThat(cancel()).isEqualTo(new CancelImport.Result.Done());
    assertThat(show.show(IMPORT, 0, ROSA)).isEmpty();
    assertThat(desk.letters.find(FIRST)).isPresent();
  }

  @Test
  void goesOnByItselfWhereverItWasStopped() {
    for (int stop = 0; stop < 2; stop++) {
      stopAfter(stop);
      assertThatThrownBy(() -> bringIn.bringIn(IMPORT, List.of(), false, ROSA))
          .isInstanceOf(Stopped.class);
      imports.beforeRemembering(() -> {});
      assertThat(view().state()).isEqualTo("bringing-in");
      assertThat(goOn.continueOne()).as("somebody else may still be at it").isFalse();

      desk.clock.move(LEASE);
      assertThat(goOn.continueOne()).isTrue();

      assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).hasSize(2);
      assertThat(desk.versions.count()).isEqualTo(2);
      assertThat(desk.letters.events()).hasSize(4);
      assertThat(goOn.continueOne()).isFalse();
      assertThat(goOn.waiting()).isZero();
      desk.letters.delivered();
      assertThat(view().state()).isEqualTo("done");
      startAgain();
    }
  }

  @Test
  void doesNotBringBackWhatWasDiscardedMeanwhile() {
    stopAfter(1);
    assertThatThrownBy(() -> bringIn.bringIn(IMPORT, List.of(), false, ROSA))
        .isInstanceOf(Stopped.class);
    imports.beforeRemembering(() -> {});
    discard(FIRST);

    desk.clock.move(LEASE);
    goOn.continueOne();
    desk.letters.delivered();

    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).containsExactly(SECOND);
    assertThat(view().state()).isEqualTo("done");
  }

  @Test
  void takesBackWhatIsOnItsWayWhenItIsCancelled() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);

    assertThat(cancel()).isEqualTo(new CancelImport.Result.Done());

    assertThat(show.show(IMPORT, 0, ROSA)).isEmpty();
    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).isEmpty();
    assertThat(desk.versions.count()).isZero();
    assertThat(desk.letters.events().getLast().body().getString("state")).isEqualTo("withdrawn");
    assertThat(imports.knows(IMPORT)).isFalse();
    assertThat(goOn.continueOne()).isFalse();
  }

  @Test
  void takesBackTheRestWhenItWasStoppedWhileItWasCancelled() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    desk.letters.meanwhile(() -> {
      throw new Stopped();
    });
    assertThatThrownBy(() -> cancel()).isInstanceOf(Stopped.class);
    assertThat(show.show(IMPORT, 0, ROSA)).isEmpty();

    desk.letters.meanwhile(() -> {});
    desk.clock.move(LEASE);
    assertThat(goOn.continueOne()).isTrue();

    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).isEmpty();
    assertThat(imports.knows(IMPORT)).isFalse();
  }

  @Test
  void keepsWhatIsChosenInTheMomentOfForgettingTheFile() {
    imports.addBatch(IMPORT, 0, 0, List.of(), ORIGINAL);
    imports.beforeActing(() -> bringIn.bringIn(IMPORT, List.of(), false, ROSA));

    assertThat(cancel()).isEqualTo(new CancelImport.Result.No(PostsRefusals.IMPORT_CHANGED));

    assertThat(view().state()).isEqualTo("bringing-in");
    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).hasSize(2);
    assertThat(imports.batch(IMPORT, 0, 0)).as("its responses still come").isPresent();
  }

  @Test
  void takesNothingBackWhenMoreIsChosenInTheMomentOfStopping() {
    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    imports.beforeActing(() -> bringIn.bringIn(IMPORT, List.of("12"), false, ROSA));

    assertThat(cancel()).isEqualTo(new CancelImport.Result.No(PostsRefusals.IMPORT_CHANGED));

    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).hasSize(2);
  }

  @Test
  void doesNothingToWhatSheHasNotSeen() {
    String before = view().seen();
    bringIn.bringIn(IMPORT, List.of("11"), false, ROSA);
    String onItsWay = view().seen();

    assertThat(cancel.cancel(IMPORT, before, ROSA))
        .isEqualTo(new CancelImport.Result.No(PostsRefusals.IMPORT_CHANGED));
    assertThat(view().state()).isEqualTo("bringing-in");

    desk.letters.delivered();
    assertThat(cancel.cancel(IMPORT, onItsWay, ROSA))
        .isEqualTo(new CancelImport.Result.No(PostsRefusals.JUST_BROUGHT_IN));
    assertThat(imports.knows(IMPORT)).isTrue();
  }

  @Test
  void addsNothingAfterItWasCancelled() {
    // In the moment between looking whether the first letter is here and adding it.
    desk.letters.meanwhile(() -> assertThat(cancel()).isEqualTo(new CancelImport.Result.Done()));

    bringIn.bringIn(IMPORT, List.of(), false, ROSA);

    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).isEmpty();
    assertThat(desk.versions.count()).isZero();
    assertThat(goOn.continueOne()).isFalse();
  }

  @Test
  void keepsWhatSheHasWrittenOnWhenItIsCancelled() {
    imports.addBatch(IMPORT, 0, 0, List.of(), ORIGINAL);
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    Letter.Draft draft = (Letter.Draft) desk.letters.find(FIRST).orElseThrow();
    Version edited =
        desk.versions
            .find(FIRST, draft.latest().versionId())
            .orElseThrow()
            .next(
                desk.ids.uuid7(),
                LetterText.typed("Mine", "", "", "", List.of(), "Edited"),
                desk.clock.instant());
    desk.versions.add(edited);
    desk.letters.change(draft.saved(Letter.Latest.of(edited)), List.of());

    assertThat(cancel()).isEqualTo(new CancelImport.Result.Done());

    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).containsExactly(FIRST);
    assertThat(imports.batch(IMPORT, 0, 0)).as("its responses still come").isPresent();
  }

  @Test
  void isNotCancelledOnceSomethingOfItIsPublic() {
    bringIn.bringIn(IMPORT, List.of(), false, ROSA);
    Letter.Draft draft = (Letter.Draft) desk.letters.find(SECOND).orElseThrow();
    Version version = desk.versions.find(SECOND, draft.latest().versionId()).orElseThrow();
    desk.letters.change(draft.publish(Desk.publication(version, ORIGINAL)), List.of());

    assertThat(cancel()).isEqualTo(new CancelImport.Result.No(PostsRefusals.PARTLY_PUBLIC));
    assertThat(view().state()).isEqualTo("bringing-in");
    assertThat(desk.letters.existing(Set.of(FIRST, SECOND))).hasSize(2);
  }

  @Test
  void bringsInManyInPortionsAndMoreThanAHundredNotAtOnce() {
    List<String> sources = new ArrayList<>();
    for (int i = 2; i < 132; i++) {
      String source = Integer.toString(100 + i);
      sources.add(source);
      imports.addLetter(
          IMPORT,
          letter(i, source, new LetterId("many%08d".formatted(i)), 0),
          desk.clock.instant());
    }
    assertThat(bringIn.bringIn(IMPORT, sources, false, ROSA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.tooManyChosen(100)));

    assertThat(bringIn.bringIn(IMPORT, sources.subList(0, 90), false, ROSA))
        .isEqualTo(new BringIn.Result.Done());
    int rounds = 0;
    while (goOn.continueOne()) {
      rounds++;
    }
    assertThat(rounds).isEqualTo(4);
    assertThat(view().chosen()).hasSize(90).allMatch(entry -> entry.letterId() != null);
    assertThat(bringIn.bringIn(IMPORT, sources.subList(90, 130), false, ROSA))
        .isEqualTo(new BringIn.Result.No(PostsRefusals.STILL_BRINGING_IN));

    desk.letters.delivered();
    assertThat(view().state()).isEqualTo("done");
    assertThat(bringIn.bringIn(IMPORT, sources.subList(90, 130), false, ROSA))
        .isEqualTo(new BringIn.Result.Done());
    assertThat(view().chosen()).hasSize(40);
  }

  // The process ends after so many letters were added and remembered, before the next is
  // remembered.
  private void stopAfter(int letters) {
    int[] left = {letters};
    imports.beforeRemembering(() -> {
      if (left[0]-- == 0) {
        throw new Stopped();
      }
    });
  }

  private void discard(LetterId id) {
    desk.letters.discard((Letter.Draft) desk.letters.find(id).orElseThrow(), List.of());
    desk.versions.forgetAll(id);
  }

  private void startAgain() {
    discard(FIRST);
    discard(SECOND);
    desk.letters.events().clear();
    Import old = imports.find(IMPORT, ROSA.accountId(), desk.clock.instant()).orElseThrow();
    assertThat(imports.remove(old)).isTrue();
    aFileWithTwoLettersWasChecked();
  }

  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;
  }

  private CancelImport.Result cancel() {
    return cancel.cancel(IMPORT, view().seen(), ROSA);
  }

  private ShowImport.View view() {
    return show.show(IMPORT, 0, ROSA).orElseThrow();
  }

  private static Import.ImportedLetter letter(int number, String source, LetterId id, int batches) {
    return new Import.ImportedLetter(
        number,
        source,
        id,
        LetterText.typed("Title " + number, "", "", "", List.of(), "Text"),
        ORIGINAL,
        "public",
        1,
        2,
        1,
        false,
        batches);
  }
}
