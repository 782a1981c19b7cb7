package org.openletter.comments.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.LETTER;
import static org.openletter.comments.comment.CommentBuilder.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.storage.RememberedComments;

class ResolvePlacesTest {

  private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");

  private final RememberedComments comments = new RememberedComments();
  private final ResolvePlaces resolvePlaces = new ResolvePlaces(comments);

  @Test
  void placesAChainOfFifteenThousandWithOneLookUpABatch() {
    int batches = 75;
    for (int batch = 0; batch < batches; batch++) {
      List<ImportedComment> all = new ArrayList<>();
      for (int i = batch * 200; i < (batch + 1) * 200; i++) {
        all.add(imported(i, i == 0 ? null : i - 1));
      }
      // The deepest first: whatever the order, nothing is walked twice.
      Map<String, Origin.Place> places = resolvePlaces.resolve(LETTER, all.reversed());
      assertThat(places).hasSize(200);
      places.values().forEach(place -> assertThat(place.path()).hasSizeLessThan(4 * 37));
      store(all.getLast(), places);
    }

    assertThat(comments.lookUps()).isEqualTo(batches - 1);
  }

  @Test
  void makesAnAnswerToTheLetterOfAParentThatIsNowhereAndBreaksCircles() {
    Map<String, Origin.Place> places =
        resolvePlaces.resolve(
            LETTER, List.of(imported(1, 99), imported(2, 3), imported(3, 2), imported(4, 4)));

    assertThat(depth(places, "1")).isEqualTo(1);
    assertThat(List.of(depth(places, "2"), depth(places, "3"))).containsExactlyInAnyOrder(1, 2);
    assertThat(depth(places, "4")).isEqualTo(1);
  }

  private void store(ImportedComment imported, Map<String, Origin.Place> places) {
    String id = resolvePlaces.id(LETTER, imported);
    comments.put(
        Comment.arrived(
            new Origin(
                id,
                LETTER,
                "creator00000",
                Objects.requireNonNull(places.get(imported.sourceId())),
                new Origin.Author(null, null, "Thandi M."),
                false,
                ResolvePlaces.key(imported.sourceId()),
                NOON),
            Standing.arrived(Admission.held(HeldFor.JUNK, null), words("Words."))));
  }

  private static int depth(Map<String, Origin.Place> places, String source) {
    return Objects.requireNonNull(places.get(source)).depth();
  }

  private static ImportedComment imported(int source, @Nullable Integer parent) {
    return new ImportedComment(
        String.valueOf(source),
        parent == null ? null : parent.toString(),
        "Thandi M.",
        "Words.",
        NOON,
        null,
        null);
  }
}
