package org.openletter.comments.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.comments.letter.LettersClient;
import org.openletter.platform.problem.NoAnswer;

class FindThreadTest {

  private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
  private static final String LETTER = "letter000000";

  private final RememberedThreads threads = new RememberedThreads();

  private FindThread at(Instant now, LettersClient letters) {
    return threads.finder(letters, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static LettersClient says(@Nullable String id, @Nullable String state) {
    return _ ->
        Optional.of(
            new LettersClient.Told(id, "creator00000", "Rosa", "T", "t", state, null, null));
  }

  private static LettersClient isDown() {
    return _ -> {
      throw new NoAnswer("posts-service", "test");
    };
  }

  @Test
  void remembersWhatItAsked() {
    assertThat(at(NOON, says(LETTER, "published")).heard(LETTER))
        .isInstanceOf(FindThread.Result.Known.class);
    assertThat(at(NOON, isDown()).heard(LETTER)).isInstanceOf(FindThread.Result.Known.class);
    assertThat(at(NOON.plusSeconds(59), isDown()).verified(LETTER))
        .isInstanceOf(FindThread.Result.Known.class);
  }

  @Test
  void asksAgainBeforeAnythingIsWrittenLater() {
    threads.with(RememberedThreads.aThread(LETTER, "creator00000", Mode.OPEN, NOON));
    Instant later = NOON.plusSeconds(60);

    assertThat(at(later, isDown()).verified(LETTER))
        .isEqualTo(new FindThread.Result.Unknown("posts-service"));
    assertThat(at(later, says(LETTER, "withdrawn")).verified(LETTER))
        .isInstanceOfSatisfying(
            FindThread.Result.Known.class,
            known -> assertThat(known.thread().letter().isPublished()).isFalse());
  }

  @Test
  void namesTheServiceThatIsSilent() {
    LettersClient withoutAToken =
        _ -> {
          throw new NoAnswer("profiles-service", "no token");
        };

    assertThat(at(NOON, withoutAToken).heard(LETTER))
        .isEqualTo(new FindThread.Result.Unknown("profiles-service"));
  }

  @Test
  void takesNonsenseForNoAnswer() {
    assertThat(at(NOON, says("another00000", "published")).heard(LETTER))
        .isEqualTo(new FindThread.Result.Unknown("posts-service"));
    assertThat(at(NOON, says(LETTER, null)).heard(LETTER))
        .isEqualTo(new FindThread.Result.Unknown("posts-service"));
  }

  @Test
  void asksNobodyAboutWhatIsNoId() {
    LettersClient fails =
        _ -> {
          throw new AssertionError("asked");
        };
    for (String id : new String[] {"", "short", "LETTER000000", "../../../../", "x".repeat(99)}) {
      assertThat(at(NOON, fails).heard(id)).isEqualTo(new FindThread.Result.Absent());
      assertThat(at(NOON, fails).verified(id)).isEqualTo(new FindThread.Result.Absent());
    }
  }

  @Test
  void showsNothingOfALetterInAStateItDoesNotKnow() {
    assertThat(at(NOON, says(LETTER, "enshrined")).heard(LETTER))
        .isInstanceOfSatisfying(
            FindThread.Result.Known.class,
            known -> assertThat(known.thread().letter().isPublished()).isFalse());
  }

  @Test
  void asksAgainWhetherALetterThatWasNotPublishedIsNow() {
    at(NOON, says(LETTER, "draft")).heard(LETTER);

    assertThat(at(NOON, says(LETTER, "published")).readable(LETTER))
        .isInstanceOfSatisfying(
            FindThread.Result.Known.class,
            known -> assertThat(known.thread().letter().isPublished()).isTrue());
    // Now it is known, and nobody is asked.
    assertThat(at(NOON, isDown()).readable(LETTER)).isInstanceOf(FindThread.Result.Known.class);
  }

  @Test
  void showsNothingOfALetterThatWasNotPublishedWhileNobodyCanBeAsked() {
    at(NOON, says(LETTER, "draft")).heard(LETTER);

    assertThat(at(NOON, isDown()).readable(LETTER))
        .isInstanceOfSatisfying(
            FindThread.Result.Known.class,
            known -> assertThat(known.thread().letter().isPublished()).isFalse());
  }
}
