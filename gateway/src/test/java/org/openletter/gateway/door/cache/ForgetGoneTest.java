package org.openletter.gateway.door.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgetGoneTest {

  private static final Instant NOW = Instant.parse("2026-11-14T10:00:00Z");

  private final CacheSettings settings =
      new CacheSettings(Duration.ofSeconds(2), Duration.ofMinutes(10), 3_000);

  private final PageStore store = new PageStore(settings.bytes(), List.of());

  @Test
  void goesOnWhereAFullAnswerEnded() {
    List<Instant> asked = new ArrayList<>();
    ForgetGone forgetGone =
        new ForgetGone(
            after -> {
              asked.add(after == null ? Instant.EPOCH : after);
              return new GoneClient.Gone(letters(500), NOW);
            },
            store,
            settings);

    forgetGone.ask();
    forgetGone.ask();

    assertThat(asked).containsExactly(Instant.EPOCH, NOW);
  }

  @Test
  void keepsNoPageThatWasBegunBeforeMoreWentThanIsRemembered() {
    long begun = store.begin();
    letters(10_001).forEach(store::forgetLetter);

    store.keep("/letters/000000000000/first?", page(), begun);
    store.keep("/letters/000000000000/later?", page(), store.begin());

    assertThat(store.find("/letters/000000000000/first?")).isEmpty();
    assertThat(store.find("/letters/000000000000/later?")).isPresent();
  }

  private static List<String> letters(int many) {
    return IntStream.range(0, many).mapToObj("%012d"::formatted).toList();
  }

  private static CachedPage page() {
    return new CachedPage(new byte[1], Map.of(), NOW);
  }
}
