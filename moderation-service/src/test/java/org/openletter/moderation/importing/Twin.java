package org.openletter.moderation.importing;

import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openletter.moderation.signal.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Twenty-four invented responses to an invented letter, eight of them junk in three clusters.
final class Twin {

  private final List<JsonNode> rows;

  private Twin(List<JsonNode> rows) {
    this.rows = rows;
  }

  static Twin read(String file) {
    JsonMapper json = JsonMapper.builder().build();
    try (InputStream in = Objects.requireNonNull(Twin.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Twin(lines.lines().map(json::readTree).toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<Submission> submissions() {
    return rows.stream()
        .map(row ->
            aSubmission()
                .id(row.get("id").asString())
                .named(row.get("author").asString())
                .saying(row.get("body").asString()))
        .toList();
  }

  boolean junk(String id) {
    return rows.stream()
        .filter(row -> row.get("id").asString().equals(id))
        .anyMatch(row -> !row.get("junk").asString().isEmpty());
  }
}
