package org.openletter.moderation.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.signal.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Screens JSON lines without a service or a database: `{id, author, body}` a line in, `{id,
/// decision, scores, reasons, ms}` a line out. Nothing is known about the writers, as in an import,
/// so the text alone decides.
public final class ScreenLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ScreenComment screen;

  ScreenLines() {
    RepeatSignal repeats = new RepeatSignal(new RepeatsInMemory());
    this.screen =
        new ScreenComment(TextSignals.read(new PersonalData()).with(repeats), repeats::remember);
  }

  public static void main(String[] args) throws IOException {
    PrintStream standard = System.out;
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(standard, false, StandardCharsets.UTF_8)) {
      ScreenLines lines = new ScreenLines();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          out.println(lines.screen(line));
        }
      }
    }
  }

  String screen(String line) {
    JsonNode row = JSON.readTree(line);
    Submission submission =
        new Submission(
            "",
            row.path("id").asString(""),
            null,
            row.path("author").asString(""),
            row.path("body").asString(""),
            false,
            false,
            true);
    long start = System.nanoTime();
    Verdict verdict = screen.screen(submission);
    double ms = Math.round((System.nanoTime() - start) / 10_000.0) / 100.0;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", submission.id());
    answer.put("decision", verdict.decision());
    answer.put("scores", scores(verdict.scores()));
    answer.put("reasons", verdict.reasons());
    answer.put("ms", ms);
    return JSON.writeValueAsString(answer);
  }

  private static Map<String, Double> scores(Verdict.Scores scores) {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("spam", scores.spam());
    named.put("gibberish", scores.gibberish());
    named.put("personal_data", scores.personalData());
    named.put("off_topic", scores.offTopic());
    named.put("harassment", scores.harassment());
    return named;
  }
}
