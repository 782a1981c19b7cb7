package org.openletter.gateway.reading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.Conversation;
import org.openletter.gateway.neighbour.comments.FakeThreads;
import org.openletter.gateway.neighbour.posts.FakeLetters;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

class OpenLetterTest {

  private static final String ID = "aaaaaaaaaaaa";
  private static final LettersClient THERE = FakeLetters.telling(() -> Optional.of(letter()));
  private static final LettersClient SILENT =
      FakeLetters.telling(() -> {
        throw new NoAnswer("posts-service", "down");
      });
  private static final LettersClient WITHDRAWN =
      FakeLetters.telling(() -> {
        throw new CallRefused(410, "letter-withdrawn", "Withdrawn.", null, Map.of());
      });
  private static final Instant BEFORE = Instant.parse("2026-11-30T08:00:00Z");
  private static final Conversation EMPTY =
      new Conversation(ID, 0, "newest", "open", null, List.of(), null, null, List.of(), null);

  private Instant now = BEFORE;
  private final InstantSource clock = () -> now;
  private final RememberedLetters remembered =
      new RememberedLetters(clock.withZone(ZoneOffset.UTC));

  @Test
  void opensALetterWithItsConversation() {
    var result = opening(THERE, () -> Optional.of(EMPTY));

    assertThat(result).isEqualTo(new OpenLetter.Result.Opened(letter(), new Answer.Known<>(EMPTY)));
  }

  @Test
  void opensALetterAlsoWhenNobodyTellsTheConversation() {
    var result =
        opening(
            THERE,
            () -> {
              throw new NoAnswer("comments-service", "down");
            });

    assertThat(result).isEqualTo(new OpenLetter.Result.Opened(letter(), new Answer.Unknown<>()));
  }

  @Test
  void takesAConversationThatIsNotThereYetForUnknown() {
    var result = opening(THERE, Optional::empty);

    assertThat(result).isEqualTo(new OpenLetter.Result.Opened(letter(), new Answer.Unknown<>()));
  }

  @Test
  void tellsWhenThereIsNoSuchLetter() {
    assertThat(opening(FakeLetters.telling(Optional::empty), () -> Optional.of(EMPTY)))
        .isEqualTo(new OpenLetter.Result.Absent());
  }

  @Test
  void tellsWhenALetterWasWithdrawn() {
    assertThat(opening(WITHDRAWN, () -> Optional.of(EMPTY)))
        .isEqualTo(new OpenLetter.Result.Withdrawn());
  }

  @Test
  void cannotDoWithoutTheLetter() {
    assertThatThrownBy(() -> opening(SILENT, () -> Optional.of(EMPTY)))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void showsALetterAsItWasWhilePostsServiceDoesNotAnswer() {
    opening(THERE, () -> Optional.of(EMPTY));
    now = BEFORE.plus(RememberedLetters.LONGEST).minusSeconds(1);

    assertThat(opening(SILENT, () -> Optional.of(EMPTY)))
        .isEqualTo(new OpenLetter.Result.Remembered(letter(), BEFORE, new Answer.Known<>(EMPTY)));

    now = BEFORE.plus(RememberedLetters.LONGEST);
    assertThatThrownBy(() -> opening(SILENT, () -> Optional.of(EMPTY)))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void neverShowsFromMemoryWhatIsKnownToBeGone() {
    opening(THERE, () -> Optional.of(EMPTY));
    assertThatThrownBy(() -> opening(SILENT, Optional::empty)).isInstanceOf(NoAnswer.class);

    for (LettersClient gone : List.of(WITHDRAWN, FakeLetters.telling(Optional::empty))) {
      opening(THERE, () -> Optional.of(EMPTY));
      opening(gone, () -> Optional.of(EMPTY));
      assertThatThrownBy(() -> opening(SILENT, () -> Optional.of(EMPTY)))
          .isInstanceOf(NoAnswer.class);
    }
  }

  private OpenLetter.Result opening(
      LettersClient letters, Supplier<Optional<Conversation>> conversation) {
    var threads = new FakeThreads();
    threads.conversation = conversation;
    return new OpenLetter(letters, threads, remembered).open(ID, "newest", null);
  }

  private static Letter letter() {
    return FakeLetters.letter(ID);
  }
}
