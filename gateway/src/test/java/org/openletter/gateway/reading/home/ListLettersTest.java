package org.openletter.gateway.reading.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.FakeThreads;
import org.openletter.gateway.neighbour.posts.FakeLetters;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.problem.NoAnswer;

class ListLettersTest {

  private static final LettersClient TWO_LETTERS =
      FakeLetters.listing(() ->
          new LettersClient.Found(
              List.of(FakeLetters.letter("aaaaaaaaaaaa"), FakeLetters.letter("bbbbbbbbbbbb")),
              "older"));

  @Test
  void asksOnceForTheNumbersOfAllLetters() {
    var threads = new FakeThreads();
    threads.counts = Map.of("aaaaaaaaaaaa", 1L, "bbbbbbbbbbbb", 1234L);

    var list = new ListLetters(TWO_LETTERS, threads).list(null, null, 20);

    assertThat(list.next()).isEqualTo("older");
    assertThat(list.letters())
        .extracting(list::counted)
        .containsExactly("1 response", "1,234 responses");
    assertThat(threads.askedFor).isEqualTo("aaaaaaaaaaaa,bbbbbbbbbbbb");
  }

  @Test
  void saysNothingAboutNumbersThatNobodyKnows() {
    var silent = new FakeThreads();
    silent.down = true;

    var list = new ListLetters(TWO_LETTERS, silent).list(null, null, 20);

    assertThat(list.letters()).hasSize(2).allSatisfy(l -> assertThat(list.counted(l)).isNull());
  }

  @Test
  void cannotDoWithoutTheLetters() {
    LettersClient silent =
        FakeLetters.listing(() -> {
          throw new NoAnswer("posts-service", "down");
        });

    var listLetters = new ListLetters(silent, new FakeThreads());

    assertThatThrownBy(() -> listLetters.list(null, null, 20)).isInstanceOf(NoAnswer.class);
  }
}
