package org.openletter.moderation.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.importing.Cluster.Said;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.screening.Screened;
import org.openletter.moderation.signal.Submission;

class ScreenImportTest {

  private static final Said TWICE = new Said("same-text", Map.of("times", 2));

  private final RepeatsInMemory stored = new RepeatsInMemory();

  private final ScreenImport screenImport = new ScreenImport(Screened.SIGNALS, stored);

  @Test
  void holdsTheJunkOfTheTwinInThreeClusters() {
    ScreenImport.Result result = screenImport.screen(Twin.read("twin-1.jsonl").submissions());

    assertThat(result.clusters())
        .extracting(Cluster::kind, Cluster::ids, Cluster::bond)
        .containsExactly(
            tuple(
                new Said("advertising", Map.of("about", "pharmacy", "links", true)),
                List.of("a17", "a18"),
                TWICE),
            tuple(
                new Said("random-letters", Map.of("name", true)),
                List.of("a19", "a20", "a21", "a22"),
                new Said("accounts", Map.of("names", 4L))),
            tuple(
                new Said(
                    "off-topic", Map.of("about", "work", "kinds", List.of("telephone-number"))),
                List.of("a23", "a24"),
                TWICE));
  }

  /// Written after the layer was done: see RATIONALE.md.
  @Test
  void holdsTheJunkOfTheSecondTwinInThreeClusters() {
    ScreenImport.Result result = screenImport.screen(Twin.read("twin-2.jsonl").submissions());

    assertThat(result.clusters())
        .extracting(Cluster::kind, Cluster::ids, Cluster::bond)
        .containsExactly(
            tuple(new Said("advertising", Map.of("links", true)), List.of("b17", "b18"), TWICE),
            tuple(
                new Said("random-letters", Map.of("name", true)),
                List.of("b19", "b20", "b21", "b22"),
                new Said("accounts", Map.of("names", 4L))),
            tuple(
                new Said(
                    "off-topic", Map.of("about", "work", "kinds", List.of("telephone-number"))),
                List.of("b23", "b24"),
                TWICE));
  }

  /// Written after the last change, which gave the second twin's first cluster a better name.
  @Test
  void holdsTheJunkOfTheThirdTwinInThreeClusters() {
    ScreenImport.Result result = screenImport.screen(Twin.read("twin-3.jsonl").submissions());

    assertThat(result.clusters())
        .extracting(Cluster::kind, Cluster::ids, Cluster::bond)
        .containsExactly(
            tuple(
                new Said("advertising", Map.of("about", "betting", "links", true)),
                List.of("c17", "c18"),
                TWICE),
            tuple(
                new Said("random-letters", Map.of("name", true)),
                List.of("c19", "c20", "c21", "c22"),
                new Said("accounts", Map.of("names", 4L))),
            tuple(
                new Said(
                    "off-topic", Map.of("about", "work", "kinds", List.of("telephone-number"))),
                List.of("c23", "c24"),
                TWICE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twin-1.jsonl", "twin-2.jsonl", "twin-3.jsonl"})
  void holdsNothingElseOfATwin(String file) {
    Twin twin = Twin.read(file);

    ScreenImport.Result result = screenImport.screen(twin.submissions());

    assertThat(result.verdicts()).hasSize(24);
    result
        .verdicts()
        .forEach((id, verdict) -> assertThat(verdict.held()).as(id).isEqualTo(twin.junk(id)));
  }

  @Test
  void saysTheSameWhenTheFileIsBroughtInAgain() {
    List<Submission> twin = Twin.read("twin-1.jsonl").submissions();
    ScreenImport.Result first = screenImport.screen(twin);

    ScreenImport.Result second = screenImport.screen(twin);

    assertThat(second.clusters()).isEqualTo(first.clusters());
    assertThat(second.verdicts()).isEqualTo(first.verdicts());
  }

  @Test
  void putsNearRepeatsOfOneNameIntoOneCluster() {
    ScreenImport.Result result =
        screenImport.screen(
            List.of(
                aSubmission().id("1").named("Sam").saying("I need a job please help me, any work"),
                aSubmission()
                    .id("2")
                    .named("Sam")
                    .saying("I need a job please help, any work is good, call 071 555 0133")));

    assertThat(result.clusters()).hasSize(1);
  }

  @Test
  void namesAClusterOfOne() {
    ScreenImport.Result result =
        screenImport.screen(
            List.of(aSubmission().id("1").named("Sam").saying("Write to sam.doe@mail.example")));

    assertThat(result.clusters())
        .containsExactly(
            new Cluster(
                new Said("personal-data", Map.of("kinds", List.of("e-mail-address"))),
                List.of("1"),
                null,
                List.of(new Said("personal-data", Map.of("kinds", List.of("e-mail-address"))))));
  }

  @Test
  void holdsAPleaThatWasSentOnceWithANumberAndOnceWithout() {
    ScreenImport.Result result =
        screenImport.screen(
            List.of(
                aSubmission()
                    .id("1")
                    .named("Sam")
                    .saying(
                        "Baker with twelve years of ovens, ready to travel, please think of me"),
                aSubmission()
                    .id("2")
                    .named("Sam")
                    .saying(
                        "Baker with twelve years of ovens, ready to travel, please think of me"
                            + " call 071 555 0133"),
                aSubmission()
                    .id("3")
                    .named("Ruth")
                    .saying(
                        "Baker with twelve years of ovens, ready to travel, please think of me"),
                aSubmission()
                    .id("4")
                    .named("Sam")
                    .saying("What the letter says about night work is true for bakers as well")));

    assertThat(result.verdicts().entrySet())
        .filteredOn(verdict -> verdict.getValue().held())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("1", "2");
    assertThat(result.clusters()).hasSize(1);
  }
}
