package org.openletter.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.FakeQueue;
import org.openletter.gateway.neighbour.comments.FakeThreads;
import org.openletter.gateway.neighbour.comments.LetterName;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.gateway.neighbour.comments.QueueItem;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.problem.NoAnswer;

class OpenStudioTest {

  private final FakeQueue queue = new FakeQueue();

  @Test
  void countsResponsesOnlyWhereThereCanBeSome() {
    var comments = new FakeThreads();
    comments.counts = Map.of("letter000001", 24L);

    var page = open(comments, letter("letter000001", "published"), letter("letter000002", "draft"));

    assertThat(comments.askedFor).isEqualTo("letter000001");
    assertThat(page.letters())
        .extracting(StudioPage.Row::responsesWords)
        .containsExactly("24 responses", null);
  }

  @Test
  void saysWhereResponsesWait() {
    var comments = new FakeThreads();
    queue.listed = queue(3, null, "letter000002", "letter000002", "letter000001");

    var page = open(comments, letter("letter000001", "published"), letter("letter000002", "draft"));

    assertThat(page.waiting()).isEqualTo(3);
    assertThat(page.waitingExact()).isTrue();
    assertThat(page.letters()).extracting(StudioPage.Row::waiting).containsExactly(1L, 2L);
  }

  @Test
  void doesNotPretendToKnowALongQueueByLetter() {
    var comments = new FakeThreads();
    queue.listed = queue(70, "more", "letter000001");

    var page = open(comments, letter("letter000001", "published"));

    assertThat(page.waiting()).isEqualTo(70);
    assertThat(page.waitingExact()).isFalse();
  }

  @Test
  void showsTheLettersAlsoWhenNobodyCanCount() {
    var comments = new FakeThreads();
    comments.down = true;
    queue.failure = new NoAnswer("comments-service", "stopped");

    var page = open(comments, letter("letter000001", "published"));

    assertThat(page.conversationsKnown()).isFalse();
    assertThat(page.waiting()).isNull();
    assertThat(page.letters().getFirst().responsesWords()).isNull();
  }

  @Test
  void isEmptyOnlyOnTheFirstPage() {
    var studio = new OpenStudio(FakeDrafts.listing(), new FakeThreads(), queue);

    assertThat(studio.open(null).empty()).isTrue();
    assertThat(studio.open("cursor").empty()).isFalse();
  }

  @Test
  void namesALetterThatHasNoTitleYet() {
    var page = open(new FakeThreads(), letter("letter000001", "draft"));

    assertThat(page.letters().getFirst().title()).isEqualTo("A letter without a title");
    assertThat(page.letters().getFirst().publicHref()).isNull();
  }

  private StudioPage open(FakeThreads comments, Draft... letters) {
    return new OpenStudio(FakeDrafts.listing(letters), comments, queue).open(null);
  }

  private static Draft letter(String id, String state) {
    return FakeDrafts.listed(id, state);
  }

  private static QueueClient.Queue queue(int waiting, @Nullable String next, String... letters) {
    var items =
        List.of(letters).stream()
            .map(id ->
                new QueueItem(
                    FakeQueue.comment(1, "Text", "held", true, null),
                    new LetterName(id, null, null),
                    null,
                    false,
                    null,
                    null,
                    null))
            .toList();
    return new QueueClient.Queue(waiting, null, items, next);
  }
}
