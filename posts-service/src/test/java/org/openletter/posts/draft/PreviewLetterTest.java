package org.openletter.posts.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.posts.letter.Desk.ANA;
import static org.openletter.posts.letter.Desk.ROSA;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openletter.platform.text.Markdown;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.draft.PreviewLetter.Result;

class PreviewLetterTest {

  private final HeavyWork heavyWork = new HeavyWork();
  private final PreviewLetter preview = new PreviewLetter(new Markdown(), heavyWork);

  @Test
  void showsWhatThePublicWouldSee() {
    assertThat(preview.preview(body("HEAR US\n\n-----\n\n<script>x</script>"), ROSA))
        .isInstanceOfSatisfying(
            Result.Shown.class,
            shown -> {
              assertThat(shown.html().value()).contains("HEAR US", "<hr", "&lt;script&gt;");
              assertThat(shown.words()).isEqualTo(5);
              assertThat(shown.minutes()).isEqualTo(1);
            });
  }

  @Test
  void looksAtNoTextThatIsFarTooLong() {
    assertThat(preview.preview(body("\u0301".repeat(200_000)), ROSA))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
  }

  @Test
  void makesTwoAtATimeForOnePersonAndGoesOnForOthers() {
    Optional<Optional<Result>> third =
        heavyWork.doFor(
            ROSA.accountId(),
            () ->
                heavyWork.doFor(
                    ROSA.accountId(),
                    () -> {
                      assertThat(preview.preview(body("x"), ANA)).isInstanceOf(Result.Shown.class);
                      return preview.preview(body("x"), ROSA);
                    }));

    assertThat(third.orElseThrow().orElseThrow())
        .isEqualTo(new Result.No(PostsRefusals.TWO_PREVIEWS));
    assertThat(preview.preview(body("x"), ROSA)).isInstanceOf(Result.Shown.class);
  }

  @Test
  void givesThePlaceBackWhenTheWorkFails() {
    for (int i = 0; i < 3; i++) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() ->
              heavyWork.doFor(
                  "rosa",
                  () -> {
                    throw new IllegalStateException("broken");
                  }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(heavyWork.doFor("rosa", () -> "done")).contains("done");
  }

  private static DraftForm body(String body) {
    return new DraftForm(null, null, null, null, null, body, null, null, null, null);
  }
}
