package org.openletter.posts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;
import org.openletter.posts.reading.ShowLetter.Result;

class ReadLettersTest {

  private final Desk desk = new Desk();

  private final ShowLetter show = new ShowLetter(desk.letters, desk.versions);
  private final ListLetters list = new ListLetters(desk.letters);

  @Test
  void showsAPublishedLetterToEverybody() {
    Letter.Published letter = desk.published("Title", "**Text**");

    assertThat(page(letter, Optional.empty()).html().value()).contains("<strong>Text</strong>");
    assertThat(page(letter, Optional.empty()).mine()).isFalse();
    assertThat(page(letter, Optional.of(ANA)).mine()).isFalse();
    assertThat(page(letter, Optional.of(ROSA)).mine()).isTrue();
  }

  @Test
  void showsThePublicTextWhileANewerOneIsWritten() {
    Letter.Published letter = desk.published("Title", "Public");
    Version next =
        desk.versions
            .find(letter.id(), letter.latest().versionId())
            .orElseThrow()
            .next(
                desk.ids.uuid7(),
                LetterText.typed("Secret", "", "", "Secret", List.of("Secret"), "Secret"),
                desk.clock.instant());
    desk.versions.add(next);
    desk.letters.change(letter.saved(Letter.Latest.of(next)), List.of());

    assertThat(page(letter, Optional.of(ROSA)).toString()).doesNotContain("Secret");
    assertThat(list.list(null, null, 20).toString()).doesNotContain("Secret");
    assertThat(show.facts(letter.id()).orElseThrow().title()).isEqualTo("Title");
  }

  @Test
  void doesNotShowADraftEvenToItsWriter() {
    Letter.Draft draft = desk.draft("Title", "Text");

    assertThat(show.show(draft.id(), Optional.of(ROSA)))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(show.show(new LetterId("000000000000"), Optional.empty()))
        .isEqualTo(new Result.No(PostsRefusals.NO_SUCH_LETTER));
    assertThat(list.list(null, null, 20).letters()).isEmpty();
    assertThat(show.facts(draft.id()).orElseThrow().state()).isEqualTo("draft");
  }

  @Test
  void saysOfAWithdrawnLetterThatItIsGone() {
    Letter.Published letter = desk.published("Title", "Text");
    desk.letters.change(letter.withdraw(desk.clock.instant()), List.of());

    assertThat(show.show(letter.id(), Optional.empty()))
        .isEqualTo(new Result.No(PostsRefusals.WITHDRAWN));
    assertThat(list.list(null, null, 20).letters()).isEmpty();
  }

  @Test
  void listsPageByPage() {
    for (int i = 0; i < 5; i++) {
      desk.published("Letter " + i, "Text");
      desk.clock.move(Duration.ofMinutes(1));
    }
    List<String> titles = new ArrayList<>();
    ListLetters.Page page = list.list(null, "rosa", 2);
    titles.addAll(titles(page));
    while (page.next() != null) {
      page = list.list(Cursor.valueOf(page.next()), "rosa", 2);
      titles.addAll(titles(page));
    }

    assertThat(titles).containsExactly("Letter 4", "Letter 3", "Letter 2", "Letter 1", "Letter 0");
    assertThat(list.list(null, null, -5).letters()).hasSize(1);
    assertThat(list.list(null, null, 1_000_000).letters()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "1_", "1_short", "1_00000000000A", "99999999999999999_000000000000"})
  void knowsWhatNeverWasACursor(String text) {
    assertThatThrownBy(() -> Cursor.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> titles(ListLetters.Page page) {
    return page.letters().stream().map(ListLetters.Entry::title).toList();
  }

  private ShowLetter.Page page(
      Letter letter, Optional<org.openletter.platform.caller.Caller> caller) {
    return ((Result.Shown) show.show(letter.id(), caller)).page();
  }
}
