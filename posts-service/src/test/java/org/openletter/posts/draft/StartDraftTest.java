package org.openletter.posts.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.draft.StartDraft.Result;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;

class StartDraftTest {

  private final Desk desk = new Desk();

  private final StartDraft start =
      new StartDraft(
          desk.letters, desk.versions, desk.names, desk.ids, desk.clock, new DraftSettings(3));

  @Test
  void startsALetterThatMayBeEmpty() {
    Result.Started started = (Result.Started) start.start(form(null, null, "key"), ROSA);

    Letter letter = desk.letters.find(id(started)).orElseThrow();
    assertThat(letter).isInstanceOf(Letter.Draft.class);
    assertThat(letter.isOf("rosa00000000")).isTrue();
    assertThat(letter.slug()).isEqualTo("letter");
    assertThat(desk.letters.events()).isEmpty();
  }

  @Test
  void givesTheFirstAnswerToTheSameFormSentTwice() {
    Result first = start.start(form("Title", "Text", "key"), ROSA);
    desk.clock.move(Duration.ofMinutes(1));

    assertThat(start.start(form("Title", "Text", "key"), ROSA)).isEqualTo(first);
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void goesOnFromTheFirstTextAlsoWhenItWasWrittenOnSince() {
    Result.Started first = (Result.Started) start.start(form("Title", "Text", "key"), ROSA);
    var save = new SaveDraft(desk.letters, desk.versions, desk.news, desk.ids, desk.clock);
    save.save(id(first), form("Title", "From the phone", "key"), 1, ROSA);

    Result.Started again = (Result.Started) start.start(form("Title", "Text", "key"), ROSA);

    assertThat(again.draft().version()).isEqualTo(1);
    assertThat(again.draft().body()).isEqualTo("Text");
  }

  @Test
  void givesTheFirstAnswerToTwoRequestsAtOnce() {
    desk.letters.meanwhile(() -> start.start(form("Title", "Text", "key"), ROSA));

    assertThat(start.start(form("Title", "Text", "key"), ROSA)).isInstanceOf(Result.Started.class);
    assertThat(desk.versions.count()).isEqualTo(1);
  }

  @Test
  void aTokenFromBeforeARenameBringsNoOldNameBack() {
    Author renamed = desk.renamed("Rosa Luz");

    Result.Started started = (Result.Started) start.start(form("Title", "Text", "key"), ROSA);

    assertThat(author(started)).isEqualTo(renamed);
  }

  @Test
  void norDoesOneThatWasAskedJustBefore() {
    desk.letters.meanwhile(() -> desk.renamed("Rosa Luz"));

    Result.Started started = (Result.Started) start.start(form("Title", "Text", "key"), ROSA);

    assertThat(author(started).name()).isEqualTo("Rosa Luz");
  }

  private static LetterId id(Result.Started started) {
    return new LetterId(started.draft().id());
  }

  private Author author(Result.Started started) {
    return desk.letters.find(id(started)).orElseThrow().manuscript().author();
  }

  @Test
  void refusesAnotherTextUnderTheSameKey() {
    start.start(form("Title", "Text", "key"), ROSA);

    assertThat(start.start(form("Title", "Other", "key"), ROSA))
        .isEqualTo(new Result.No(PostsRefusals.OTHER_TEXT));
  }

  @Test
  void keepsTheKeysOfTwoPeopleApart() {
    Result.Started rosas = (Result.Started) start.start(form("Title", "Text", "key"), ROSA);
    Result.Started anas = (Result.Started) start.start(form("Title", "Text", "key"), ANA);

    assertThat(id(anas)).isNotEqualTo(id(rosas));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void needsAKey(@Nullable String key) {
    assertThat(start.start(form("Title", "Text", key), ROSA))
        .extracting("why.facts.fields", LIST)
        .extracting("field")
        .containsExactly("key");
  }

  @Test
  void refusesATextThatCannotBeKept() {
    assertThat(start.start(form("x".repeat(201), "Text", "key"), ROSA))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
    assertThat(desk.versions.count()).isZero();
  }

  @Test
  void keepsNoMoreDraftsThanOnePersonCanHave() {
    for (int i = 0; i < 3; i++) {
      start.start(form("Title", "Text", "key" + i), ROSA);
    }

    assertThat(start.start(form("Title", "Text", "another"), ROSA))
        .isEqualTo(new Result.No(PostsRefusals.tooManyDrafts(3)));
    assertThat(start.start(form("Title", "Text", "key0"), ROSA)).isInstanceOf(Result.Started.class);
    assertThat(start.start(form("Title", "Text", "key"), ANA)).isInstanceOf(Result.Started.class);
    assertThat(desk.versions.count()).isEqualTo(4);
  }

  @Test
  void manyThatBeginAtOnceAreNoMoreEither() {
    start.start(form("Title", "Text", "key0"), ROSA);
    start.start(form("Title", "Text", "key1"), ROSA);
    desk.letters.meanwhile(() -> start.start(form("Title", "Text", "faster"), ROSA));

    assertThat(start.start(form("Title", "Text", "slower"), ROSA))
        .isEqualTo(new Result.No(PostsRefusals.tooManyDrafts(3)));
    assertThat(desk.letters.ofOwner(ROSA.accountId(), null, 10)).hasSize(3);
    assertThat(desk.versions.count()).isEqualTo(3);
  }

  private static DraftForm form(
      @Nullable String title, @Nullable String body, @Nullable String key) {
    return new DraftForm(title, null, null, null, List.of(), body, key, null, null, null);
  }
}
