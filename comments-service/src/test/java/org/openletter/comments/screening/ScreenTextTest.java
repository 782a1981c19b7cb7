package org.openletter.comments.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.CallRefused;

class ScreenTextTest {

  private static final ScreenText.Question QUESTION =
      new ScreenText.Question(
          "letter000000", null, new ScreenText.Author("marit", "Marit"), "x", true, false, false);

  private static ToldVerdict told(@Nullable String decision, @Nullable String version) {
    return new ToldVerdict(decision, null, null, null, version, null);
  }

  private static ScreenText.Result result(ToldVerdict told) {
    return Screenings.says(() -> told).screen(QUESTION);
  }

  @Test
  void takesAVerdictThatMakesSense() {
    assertThat(result(told("publish", "1.0")))
        .isInstanceOfSatisfying(
            ScreenText.Result.Judged.class, j -> assertThat(j.verdict().hold()).isFalse());
    assertThat(result(told("hold", "1.0")))
        .isInstanceOfSatisfying(
            ScreenText.Result.Judged.class, j -> assertThat(j.verdict().hold()).isTrue());
  }

  @Test
  void holdsWhatTheScreeningWouldReject() {
    assertThat(result(told("reject", "1.0")))
        .isInstanceOfSatisfying(
            ScreenText.Result.Judged.class, j -> assertThat(j.verdict().hold()).isTrue());
  }

  @Test
  void takesNothingElseForAVerdict() {
    for (ToldVerdict nonsense :
        List.of(told(null, "1.0"), told("publish", null), told("PUBLISH", "1.0"))) {
      assertThat(result(nonsense)).isEqualTo(new ScreenText.Result.Unanswered());
    }
    assertThat(Screenings.isSilent().screen(QUESTION))
        .isEqualTo(new ScreenText.Result.Unanswered());
  }

  @Test
  void asksAgainLaterWhateverTheRefusal() {
    for (int status : new int[] {401, 403, 408, 413, 422, 425, 429}) {
      assertThat(refused(status)).isEqualTo(new ScreenText.Result.Unanswered());
    }
  }

  @Test
  void takesUncheckedForNoVerdict() {
    assertThat(result(new ToldVerdict("hold", Map.of(), List.of(), "unchecked", "1.0", null)))
        .isEqualTo(new ScreenText.Result.Unanswered());
  }

  private static ScreenText.Result refused(int status) {
    return Screenings.says(
            () -> {
              throw new CallRefused(status, "x", "x", null, Map.of());
            })
        .screen(QUESTION);
  }

  @Test
  void keepsWhatIsWholeOfABrokenVerdict() {
    Map<String, @Nullable Double> scores = new HashMap<>();
    scores.put("spam", 0.5);
    scores.put("gibberish", null);
    ToldVerdict told =
        new ToldVerdict(
            "hold",
            scores,
            Arrays.asList(
                null,
                new ToldVerdict.ToldReason(null, null, "x", "x", 1.0, null),
                new ToldVerdict.ToldReason("No code", null, null, null, 1.0, null),
                new ToldVerdict.ToldReason(
                    "advertising",
                    Map.of("links", 1, "words", "x".repeat(2_001)),
                    null,
                    null,
                    null,
                    Arrays.asList(null, new Verdict.Span(3, 3), new Verdict.Span(1, 4)))),
            "junk",
            "1.0",
            "covered");

    Verdict verdict = GoodVerdict.of(told).orElseThrow();

    assertThat(verdict.scores()).containsExactly(Map.entry("spam", 0.5));
    assertThat(verdict.reasons()).hasSize(1);
    assertThat(verdict.reasons().getFirst().code()).isEqualTo("advertising");
    assertThat(verdict.reasons().getFirst().parameters()).isEqualTo(Map.of("links", 1));
    assertThat(verdict.reasons().getFirst().spans()).containsExactly(new Verdict.Span(1, 4));
    assertThat(VerdictMapper.read(VerdictMapper.write(verdict))).isEqualTo(verdict);
  }

  @Test
  void keepsTheWordsOfAVerdictFromBefore() {
    var told =
        new ToldVerdict.ToldReason(
            "personal-data",
            Map.of("kinds", List.of("telephone number")),
            "telephone number",
            "Contains a telephone number.",
            0.9,
            List.of());

    Verdict verdict =
        GoodVerdict.of(new ToldVerdict("hold", null, List.of(told), "personal-data", "1.0", null))
            .orElseThrow();

    assertThat(verdict.reasons().getFirst().parameters())
        .isEqualTo(Map.of("label", "telephone number", "sentence", "Contains a telephone number."));
  }

  /// As it was stored until reasons were codes and parameters.
  @Test
  void readsAVerdictThatWasStoredBefore() {
    Document stored =
        Document.parse(
            """
            {"hold":true,"heldAs":"junk","scores":{"spam":0.98},"reasons":[{"code":"advertising",
             "label":"advertising","sentence":"Looks like advertising: 1 link.","score":0.98,
             "spans":[[0,3]]}],"version":"1.0","masked":null}
            """);

    Verdict verdict = Objects.requireNonNull(VerdictMapper.read(stored));

    assertThat(verdict.reasons())
        .containsExactly(
            new Verdict.Reason(
                "advertising",
                Map.of("label", "advertising", "sentence", "Looks like advertising: 1 link."),
                0.98,
                List.of(new Verdict.Span(0, 3))));
    assertThat(VerdictMapper.read(VerdictMapper.write(verdict))).isEqualTo(verdict);
  }
}
