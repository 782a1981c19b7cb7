package org.openletter.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenStudioTest {

  private static final Instant AT = Instant.parse("2026-11-14T08:00:00Z");

  @Test
  void countsResponsesOnlyWhereThereCanBeSome() {
    var comments = new FakeComments();
    comments.counts = Map.of("letter000001", 24L);

    var page = open(comments, letter("letter000001", "published"), letter("letter000002", "draft"));

    assertThat(comments.askedFor).isEqualTo("letter000001");
    assertThat(page.letters())
        .extracting(StudioPage.Row::responsesWords)
        .containsExactly("24 responses", null);
  }

  @Test
  void saysWhereResponsesWait() {
    var comments = new FakeComments();
    comments.queue = queue(3, null, "letter000002", "letter000002", "letter000001");

    var page = open(comments, letter("letter000001", "published"), letter("letter000002", "draft"));

    assertThat(page.waiting()).isEqualTo(3);
    assertThat(page.waitingExact()).isTrue();
    assertThat(page.letters()).extracting(StudioPage.Row::waiting).containsExactly(1L, 2L);
  }

  @Test
  void doesNotPretendToKnowALongQueueByLetter() {
    var comments = new FakeComments();
    comments.queue = queue(70, "more", "letter000001");

    var page = open(comments, letter("letter000001", "published"));

    assertThat(page.waiting()).isEqualTo(70);
    assertThat(page.waitingExact()).isFalse();
  }

  @Test
  void showsTheLettersAlsoWhenNobodyCanCount() {
    var comments = new FakeComments();
    comments.down = true;

    var page = open(comments, letter("letter000001", "published"));

    assertThat(page.conversationsKnown()).isFalse();
    assertThat(page.waiting()).isNull();
    assertThat(page.letters().getFirst().responsesWords()).isNull();
  }

  @Test
  void isEmptyOnlyOnTheFirstPage() {
    var studio = new OpenStudio(letters(), new FakeComments());

    assertThat(studio.open(null).empty()).isTrue();
    assertThat(studio.open("cursor").empty()).isFalse();
  }

  @Test
  void namesALetterThatHasNoTitleYet() {
    var page = open(new FakeComments(), letter("letter000001", "draft"));

    assertThat(page.letters().getFirst().title()).isEqualTo("A letter without a title");
    assertThat(page.letters().getFirst().publicHref()).isNull();
  }

  private static StudioPage open(FakeComments comments, LettersClient.Letter... letters) {
    return new OpenStudio(letters(letters), comments).open(null);
  }

  private static LettersClient.Letter letter(String id, String state) {
    return new LettersClient.Letter(id, null, "", null, state, AT, null, false, null);
  }

  private static CommentsClient.Queue queue(int waiting, @Nullable String next, String... letters) {
    var items =
        List.of(letters).stream()
            .map(id -> new CommentsClient.Item(new CommentsClient.OfLetter(id)))
            .toList();
    return new CommentsClient.Queue(waiting, items, next);
  }

  private static LettersClient letters(LettersClient.Letter... letters) {
    return new FakeLetters(List.of(letters));
  }

  private record FakeLetters(List<LettersClient.Letter> all) implements LettersClient {

    @Override
    public Mine mine(@Nullable String before) {
      return new Mine(all, null);
    }

    @Override
    public Head head(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Withdrawn withdraw(String id, int version) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void discard(String id, int version) {
      throw new UnsupportedOperationException();
    }
  }
}
