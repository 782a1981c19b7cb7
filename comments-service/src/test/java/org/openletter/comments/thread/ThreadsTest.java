package org.openletter.comments.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openletter.comments.letter.Letter;
import org.openletter.embedded.EmbeddedMongo;

/// Older news never wins, whichever way it comes; in the database and in memory.
class ThreadsTest {

  private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
  private static final MongoClient CLIENT = MongoClients.create(SERVER.uri());

  private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(61);
  private static final String FIRST = "019a0000-0000-7000-8000-000000000001";
  private static final String SECOND = "019a0000-0000-7000-8000-000000000002";

  private final String letter = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  @AfterAll
  static void stop() {
    CLIENT.close();
    SERVER.close();
  }

  static Stream<Threads> both() {
    return Stream.of(new StoredThreads(CLIENT.getDatabase("threads")), new RememberedThreads());
  }

  @ParameterizedTest
  @MethodSource("both")
  void anAnswerThatWasLongUnderWayBringsNoWithdrawnLetterBack(Threads threads) {
    threads.heard(FIRST, in("published"), NOON);
    threads.heard(SECOND, in("withdrawn"), NOON);

    assertThat(state(threads.verified(FIRST, in("published"), LATER))).isEqualTo("withdrawn");
    assertThat(state(threads.verified(null, in("published"), LATER))).isEqualTo("withdrawn");
    assertThat(state(threads.verified(null, in("draft"), LATER))).isEqualTo("withdrawn");
  }

  @ParameterizedTest
  @MethodSource("both")
  void anEventThatComesAfterANewerAnswerChangesNothing(Threads threads) {
    threads.verified(null, in("draft"), NOON);
    assertThat(state(threads.verified(SECOND, in("withdrawn"), NOON))).isEqualTo("withdrawn");

    threads.heard(FIRST, in("published"), LATER);

    assertThat(state(threads.find(letter).orElseThrow())).isEqualTo("withdrawn");
  }

  @ParameterizedTest
  @MethodSource("both")
  void newerNewsWinsWhicheverWayItComes(Threads threads) {
    threads.verified(null, in("draft"), NOON);
    assertThat(state(threads.verified(FIRST, in("published"), NOON))).isEqualTo("published");
    threads.heard(SECOND, in("withdrawn"), NOON);
    assertThat(state(threads.find(letter).orElseThrow())).isEqualTo("withdrawn");
  }

  @ParameterizedTest
  @MethodSource("both")
  void anAnswerThatSaysTheSameConfirmsIt(Threads threads) {
    threads.heard(SECOND, in("published"), NOON);

    assertThat(threads.verified(SECOND, in("published"), LATER).verifiedAt()).isEqualTo(LATER);
    // Letters of before name no event.
    assertThat(threads.verified(null, in("published"), LATER.plusSeconds(1)).verifiedAt())
        .isEqualTo(LATER.plusSeconds(1));
    assertThat(threads.verified(null, in("draft"), LATER.plusSeconds(2)).verifiedAt())
        .isEqualTo(LATER.plusSeconds(1));
  }

  private static @Nullable String state(CommentThread thread) {
    return thread.letter().state();
  }

  private Letter in(String state) {
    return new Letter(letter, "creator00000", "Rosa", "T", "t", state, null);
  }
}
