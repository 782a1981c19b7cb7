package org.openletter.moderation.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openletter.moderation.importing.Cluster.Said;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.screening.Screened;
import org.openletter.moderation.screening.Verdict;
import org.openletter.moderation.signal.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the screening over real files that lie beside the project: `-Dopenletter.data=DIR`. Nothing
/// of them is in the repository. Writes its figures to `target/moderation-metrics.json`.
@EnabledIfSystemProperty(named = "openletter.data", matches = ".+")
class RealDataTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int SAMPLE = 2_000;

  @Test
  void holdsEightOfTheOpenLettersResponsesInThreeClusters() throws Exception {
    ScreenImport.Result result = screen(responses(data("open-letter.wxr.xml")));

    assertThat(result.verdicts()).hasSize(24);
    assertThat(result.verdicts().values()).filteredOn(Verdict::held).hasSize(8);
    assertThat(result.clusters())
        .extracting(Cluster::kind, c -> c.ids().size(), Cluster::bond)
        .containsExactlyInAnyOrder(
            tuple(
                new Said("advertising", Map.of("about", "pharmacy", "links", true)),
                2,
                new Said("same-text", Map.of("times", 2))),
            tuple(
                new Said("random-letters", Map.of("name", true)),
                4,
                new Said("accounts", Map.of("names", 4L))),
            tuple(
                new Said(
                    "off-topic", Map.of("about", "work", "kinds", List.of("telephone-number"))),
                2,
                new Said("same-text", Map.of("times", 2))));
  }

  @Test
  void holdsFewNeutralCommentsAndWritesDownHowMany() throws IOException {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String set : List.of("edos", "cad", "ghc", "sms_train", "youtube_3_videos")) {
      for (int y : new int[] {0, 1}) {
        List<JsonNode> rows = rows(set, y);
        shares.put(set + (y == 0 ? " neutral held" : " marked held"), heldShare(rows));
      }
    }
    Files.writeString(
        Path.of("target/moderation-metrics.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shares));

    for (String set : List.of("edos", "cad", "ghc")) {
      assertThat(shares.get(set + " neutral held")).as(set).isLessThan(0.01);
    }
  }

  @Test
  void holdsNoneOfTheHarmlessProbes() throws IOException {
    for (JsonNode row : lines("moderation/probes_sample.jsonl")) {
      if (row.get("label").asString().equals("ok")) {
        String text = row.get("body").asString();

        assertThat(Screened.text(text).reasons()).as(text).isEmpty();
      }
    }
  }

  private static double heldShare(List<JsonNode> rows) {
    long held =
        rows.stream().filter(row -> Screened.text(row.get("body").asString()).held()).count();
    return Math.round(10_000.0 * held / rows.size()) / 10_000.0;
  }

  private static ScreenImport.Result screen(List<Submission> responses) {
    return new ScreenImport(Screened.SIGNALS, new RepeatsInMemory()).screen(responses);
  }

  private static List<JsonNode> rows(String set, int y) throws IOException {
    return lines("moderation/" + set + ".jsonl").stream()
        .filter(row -> row.get("y").asInt() == y)
        .limit(SAMPLE)
        .toList();
  }

  private static List<JsonNode> lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(data(file))) {
      return lines.map(JSON::readTree).toList();
    }
  }

  private static Path data(String file) {
    return Path.of(Objects.requireNonNull(System.getProperty("openletter.data")), file);
  }

  private static List<Submission> responses(Path file) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    List<Submission> responses = new ArrayList<>();
    Map<String, String> fields = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().startsWith("comment_")) {
          fields.put(xml.getLocalName(), xml.getElementText());
        } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("comment")) {
          responses.add(
              aSubmission()
                  .id(fields.getOrDefault("comment_id", ""))
                  .named(fields.getOrDefault("comment_author", ""))
                  .saying(fields.getOrDefault("comment_content", "")));
          fields.clear();
        }
      }
    }
    return responses;
  }
}
