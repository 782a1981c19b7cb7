package org.openletter.posts.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;
import org.openletter.posts.publication.PublishLetter.Result;

class PublishLetterTest {

  private final Desk desk = new Desk();

  private final PublishLetter publish =
      new PublishLetter(
          desk.letters,
          desk.versions,
          desk.news,
          desk.markdown,
          desk.clock,
          new InMemoryDailyPublications(desk.clock),
          new PublicationSettings(5, 2));

  @Test
  void publishesADraftAndTellsCommentsService() {
    Letter.Draft draft = desk.draft("An open letter", "**Hear** us. " + "word ".repeat(500));

    Letter.Publication publication = done(publish.publish(draft.id(), 1, ROSA)).publication();

    assertThat(publication.slug()).isEqualTo("an-open-letter");
    assertThat(publication.publishedAt()).isEqualTo(desk.clock.instant());
    assertThat(publication.words()).isEqualTo(502);
    assertThat(publication.minutes()).isEqualTo(2);
    assertThat(publication.excerpt()).startsWith("Hear us. word").endsWith("…");
    assertThat(desk.versions.html(draft.id(), publication.versionId()).orElseThrow().value())
        .contains("<strong>Hear</strong>");
    OutboxEvent event = desk.letters.events().getLast();
    assertThat(event.body())
        .containsEntry("letterId", draft.id().value())
        .containsEntry("state", "published")
        .containsEntry("creatorHandle", "rosa");
  }

  @Test
  void keepsTheFirstDateWhenAskedTwice() {
    Letter.Draft draft = desk.draft("Title", "Text");
    Instant first = done(publish.publish(draft.id(), 1, ROSA)).publication().publishedAt();
    desk.clock.move(Duration.ofHours(1));

    assertThat(done(publish.publish(draft.id(), 1, ROSA)).publication().publishedAt())
        .isEqualTo(first);
    assertThat(desk.letters.events()).hasSize(1);
  }

  @Test
  void keepsTheOriginalDateOfAnImportedLetter() {
    Instant original = Instant.parse("2020-06-25T12:00:00Z");
    Letter.Draft draft = desk.imported("Title", "Text", original);

    Letter.Publication publication = done(publish.publish(draft.id(), 1, ROSA)).publication();

    assertThat(publication.publishedAt()).isEqualTo(original);
    assertThat(publication.firstAt()).isEqualTo(desk.clock.instant());
    assertThat(done(publish.publish(desk.imported("T", "x", null).id(), 1, ROSA)).publication())
        .extracting(Letter.Publication::publishedAt)
        .isEqualTo(desk.clock.instant());
  }

  @Test
  void makesANewerTextPublicUnderTheFirstDate() {
    Letter.Published letter = desk.published("Title", "Old text");
    desk.clock.move(Duration.ofDays(1));
    saveAnother(letter, "New title", "New text");

    Letter.Publication publication = done(publish.publish(letter.id(), 2, ROSA)).publication();

    assertThat(publication.title()).isEqualTo("New title");
    assertThat(publication.slug()).isEqualTo("new-title");
    assertThat(publication.publishedAt()).isEqualTo(letter.publication().publishedAt());
    assertThat(publication.updatedAt()).isEqualTo(desk.clock.instant());
    assertThat(desk.letters.events().getLast().body()).containsEntry("title", "New title");
  }

  @Test
  void refusesATextThatSheHasNotSeenAndShowsIt() {
    Letter.Draft draft = desk.draft("Title", "Text");
    saveAnother(draft, "Title", "Newer text");

    assertThat(publish.publish(draft.id(), 1, ROSA))
        .isEqualTo(
            new Result.No(
                new Newer(2, desk.clock.instant(), "Title", "", "", "", List.of(), "", "Newer text")
                    .refusal()));
    assertThat(desk.letters.find(draft.id()).orElseThrow()).isInstanceOf(Letter.Draft.class);
  }

  @Test
  void refusesWhenTheTextChangesWhilePublishing() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() -> saveAnother(draft, "Title", "Newer text"));

    assertThat(publish.publish(draft.id(), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("letter-changed");
  }

  @Test
  void goesOnWhenWhatCameBetweenIsNoNewsToHer() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() -> desk.letters.change(draft.saved(draft.latest()), List.of()));

    done(publish.publish(draft.id(), 1, ROSA));
  }

  @Test
  void saysThatItWasWithdrawnWhenItWasMeanwhile() {
    Letter.Published letter = desk.published("Title", "Text");
    saveAnother(letter, "Title", "Newer text");
    desk.letters.meanwhile(() ->
        desk.letters.change(
            ((Letter.Published) desk.letters.find(letter.id()).orElseThrow())
                .withdraw(desk.clock.instant()),
            List.of()));

    assertThat(publish.publish(letter.id(), 2, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.STAYS_WITHDRAWN));
  }

  @Test
  void refusesAnEmptyLetterAndNamesWhatIsMissing() {
    Letter.Draft draft = desk.draft("\u200B ", "");

    assertThat(publish.publish(draft.id(), 1, ROSA))
        .extracting("why.facts.fields", LIST)
        .extracting("field")
        .containsExactly("title", "body");
  }

  @Test
  void tellsWhoPublishesTooMuchHowLongToWait() {
    for (int i = 0; i < 5; i++) {
      done(publish.publish(desk.draft("Title", "Text").id(), 1, ROSA));
      desk.clock.move(Duration.ofHours(1));
    }
    LetterId sixth = desk.draft("Title", "Text").id();

    assertThat(publish.publish(sixth, 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.enoughForToday(Duration.ofHours(19))));
    desk.clock.move(Duration.ofHours(19));
    assertThat(publish.publish(sixth, 1, ROSA)).isInstanceOf(Result.Done.class);
  }

  @Test
  void countsLettersThatWereBroughtInApart() {
    for (int i = 0; i < 2; i++) {
      done(publish.publish(desk.imported("Title", "Text", null).id(), 1, ROSA));
    }

    assertThat(publish.publish(desk.imported("Title", "Text", null).id(), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("enough-for-today");
    done(publish.publish(desk.draft("Title", "Text").id(), 1, ROSA));
  }

  @Test
  void givesThePlaceBackWhenALetterDoesNotBecomePublic() {
    for (int i = 0; i < 6; i++) {
      assertThat(publish.publish(desk.draft("", "").id(), 1, ROSA))
          .extracting("why.type")
          .isEqualTo("invalid-fields");
    }

    done(publish.publish(desk.draft("Title", "Text").id(), 1, ROSA));
  }

  @Test
  void publishesOnceWhenTheSameFormIsSentTwiceAtOnce() {
    Letter.Draft draft = desk.draft("Title", "Text");
    desk.letters.meanwhile(() -> publish.publish(draft.id(), 1, ROSA));

    done(publish.publish(draft.id(), 1, ROSA));
    for (int i = 0; i < 4; i++) {
      done(publish.publish(desk.draft("Title", "Text").id(), 1, ROSA));
    }
    assertThat(publish.publish(desk.draft("Title", "Text").id(), 1, ROSA))
        .extracting("why.type")
        .isEqualTo("enough-for-today");
  }

  @Test
  void knowsTheLanguageAndWhenALetterWasChanged() {
    Letter.Draft draft = desk.draft("Offener Brief", "Wir wohnen in der Stadt und das ist gut.");

    Letter.Publication first = done(publish.publish(draft.id(), 1, ROSA)).publication();
    desk.clock.move(Duration.ofDays(1));
    saveAnother(draft, "Offener Brief", "Short.");
    Letter.Publication second = done(publish.publish(draft.id(), 2, ROSA)).publication();

    assertThat(first.language()).isEqualTo("de");
    assertThat(first.changedAt()).isNull();
    assertThat(second.language()).isEmpty();
    assertThat(second.changedAt()).isEqualTo(desk.clock.instant());
    assertThat(second.publishedAt()).isEqualTo(first.publishedAt());
  }

  @Test
  void doesNotCountPublishingANewerText() {
    Letter.Published letter = desk.published("Title", "Text");
    for (int version = 2; version < 10; version++) {
      saveAnother(letter, "Title", "Text " + version);
      done(publish.publish(letter.id(), version, ROSA));
    }
  }

  @Test
  void doesNotFindSomebodyElsesOrUnknownLetters() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(publish.publish(draft.id(), 1, ANA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(publish.publish(new LetterId("000000000000"), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
  }

  @Test
  void aWithdrawnLetterStaysWithdrawn() {
    Letter.Published letter = desk.published("Title", "Text");
    new WithdrawLetter(desk.letters, desk.versions, desk.news, desk.clock)
        .withdraw(letter.id(), 1, ROSA);

    assertThat(publish.publish(letter.id(), 1, ROSA))
        .isEqualTo(new Result.No(PostsRefusals.STAYS_WITHDRAWN));
  }

  private void saveAnother(Letter from, String title, String body) {
    Letter letter = desk.letters.find(from.id()).orElseThrow();
    Version before = desk.versions.find(letter.id(), letter.latest().versionId()).orElseThrow();
    Version next =
        before.next(
            desk.ids.uuid7(),
            LetterText.typed(title, "", "", "", List.of(), body),
            desk.clock.instant());
    desk.versions.add(next);
    assertThat(desk.letters.change(letter.saved(Letter.Latest.of(next)), List.of())).isTrue();
  }

  private static Letter.Published done(Result result) {
    assertThat(result).isInstanceOf(Result.Done.class);
    return ((Result.Done) result).letter();
  }
}
