package org.openletter.posts.importing.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.posts.importing.Import;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.importing.screening.Verdict;
import org.openletter.posts.importing.wordpress.Export;
import tools.jackson.databind.json.JsonMapper;

class BatchesTest {

  @Test
  void dividesByNumberAndBySize() {
    Map<String, Verdict> verdicts = new HashMap<>();
    List<Export.Comment> small = new ArrayList<>();
    List<Export.Comment> large = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      verdicts.put(Integer.toString(i), verdict("publish", "short"));
      small.add(comment(i, "short", true));
      large.add(comment(i, "\"".repeat(8_000), true));
    }
    Screening screening = new Screening(true, verdicts, List.of());

    assertThat(Batches.of(small, screening))
        .extracting(batch -> batch.comments().size())
        .containsExactly(200, 200, 50);
    for (Batches.Batch batch : Batches.of(large, screening)) {
      // JSON makes two bytes of a quotation mark.
      assertThat(JsonMapper.shared().writeValueAsString(batch.comments()).getBytes(UTF_8))
          .hasSizeLessThan(256 * 1024);
    }
  }

  @Test
  void onlyWhatIsApprovedAndGoodIsLive() {
    Screening screening =
        new Screening(
            false,
            Map.of(
                "1",
                verdict("publish", "x"),
                "2",
                verdict("publish", "x"),
                "3",
                verdict("hold", "x")),
            List.of());

    Batches.Batch batch =
        Batches.of(
                List.of(
                    comment(1, "x", true),
                    comment(2, "x", false),
                    comment(3, "x", true),
                    comment(4, "x", true)),
                screening)
            .getFirst();

    assertThat(batch.live()).isEqualTo(1);
    assertThat(batch.comments().getLast().verdict()).isNull();
  }

  @Test
  void putsClustersOfTheSameKindTogether() {
    Clusters clusters = new Clusters();
    for (int i = 0; i < 2; i++) {
      clusters.add(
          new Screening(
              true,
              Map.of(
                  "1",
                  new Verdict(Map.of("decision", "hold", "masked", "call [covered] " + i)),
                  "2",
                  verdict("hold", "x")),
              List.of(
                  new Screening.Cluster(
                      new Screening.Said("advertising", Map.of("links", true)),
                      List.of("1", "2", "gone"),
                      new Screening.Said("same-text", Map.of("times", 2)),
                      List.of()))),
          List.of(comment(1, "call 0555010001", true), comment(2, "x ".repeat(200), true)));
    }

    Import.Cluster cluster = clusters.all().getFirst();
    assertThat(clusters.all()).hasSize(1);
    assertThat(cluster.responses()).isEqualTo(6);
    assertThat(cluster.examples()).hasSize(2).contains("call [covered] 0");
    assertThat(cluster.examples().getLast()).hasSize(140).endsWith("…");
    assertThat(cluster.toString()).doesNotContain("0555");
  }

  private static Export.Comment comment(int i, String text, boolean approved) {
    return new Export.Comment(
        Integer.toString(i), null, "Name", "Name", text, Instant.EPOCH, approved);
  }

  private static Verdict verdict(String decision, String text) {
    return new Verdict(Map.of("decision", decision, "text", text));
  }
}
