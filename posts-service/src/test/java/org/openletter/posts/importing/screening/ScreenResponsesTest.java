package org.openletter.posts.importing.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.test.TestClock;
import org.openletter.posts.importing.screening.ScreenResponses.Response;

class ScreenResponsesTest {

  private final TestClock clock = new TestClock();
  private final Instant deadline = clock.instant().plusSeconds(20);
  private final List<ScreeningClient.Batch> asked = new ArrayList<>();

  @Test
  void asksInBatchesThatModerationTakes() {
    Screening screening = screen(this::publishAll, responses(1_201, "short"));

    assertThat(asked).extracting(batch -> batch.items().size()).containsExactly(500, 500, 201);
    assertThat(asked.getFirst().imported()).isTrue();
    assertThat(screening.complete()).isTrue();
    assertThat(screening.verdicts()).hasSize(1_201);

    asked.clear();
    screen(this::publishAll, responses(200, "long ".repeat(1_600)));
    assertThat(asked).hasSizeGreaterThan(3);
  }

  @Test
  void goesOnWithoutWhatWasNotAnswered() {
    Screening screening =
        screen(
            batch -> {
              if (asked.size() == 2) {
                throw new NoAnswer("moderation-service", "down");
              }
              return publishAll(batch);
            },
            responses(1_201, "short"));

    assertThat(screening.complete()).isFalse();
    assertThat(screening.verdicts()).hasSize(701);
  }

  @Test
  void stopsAskingAtTheDeadline() {
    Screening screening =
        screen(
            batch -> {
              clock.move(Duration.ofSeconds(15));
              return publishAll(batch);
            },
            responses(1_201, "short"));

    assertThat(asked).hasSize(2);
    assertThat(screening.complete()).isFalse();
  }

  @Test
  void takesARefusalAndAnEmptyAnswerForNoAnswer() {
    assertThat(
            screen(
                    _ -> {
                      throw new CallRefused(403, "not-allowed", "No.", null, Map.of());
                    },
                    responses(1, "x"))
                .complete())
        .isFalse();
    assertThat(
            screen(_ -> new ScreeningClient.Screened(null, null, null), responses(1, "x"))
                .complete())
        .isFalse();
  }

  @Test
  void asksNobodyAboutNothing() {
    assertThat(screen(this::publishAll, List.of()).complete()).isTrue();
    assertThat(asked).isEmpty();
  }

  private Screening screen(ScreeningClient moderation, List<Response> responses) {
    ScreeningClient noticing =
        batch -> {
          asked.add(batch);
          return moderation.screen(batch);
        };
    return new ScreenResponses(noticing, clock).screen("letter", responses, deadline);
  }

  private ScreeningClient.Screened publishAll(ScreeningClient.Batch batch) {
    Map<String, @Nullable Map<String, Object>> verdicts = new HashMap<>();
    batch.items().forEach(item -> verdicts.put(item.id(), Map.of("decision", "publish")));
    return new ScreeningClient.Screened("1.0", verdicts, List.of());
  }

  private static List<Response> responses(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Response(Integer.toString(i), "Name", text))
        .toList();
  }
}
