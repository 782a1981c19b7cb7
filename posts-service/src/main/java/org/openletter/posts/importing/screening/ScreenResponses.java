package org.openletter.posts.importing.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.text.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has the responses of an imported letter looked at. Never fails: what was not answered is
/// unknown, and unknown is held.
@Component
public class ScreenResponses {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenResponses.class);

  private static final int MOST_ITEMS = 500;

  /// moderation-service takes bodies of 1 MB; JSON may need two bytes for one.
  private static final int MOST_BYTES = 450_000;

  private final ScreeningClient client;
  private final Clock clock;

  ScreenResponses(ScreeningClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /// Asks in batches until `deadline`.
  public Screening screen(String letterId, List<Response> responses, Instant deadline) {
    Map<String, Verdict> verdicts = new HashMap<>();
    List<Screening.Cluster> clusters = new ArrayList<>();
    boolean complete = true;
    for (List<Response> batch : batches(responses)) {
      ScreeningClient.Screened answer =
          clock.instant().isBefore(deadline) ? ask(letterId, batch) : null;
      if (answer == null) {
        complete = false;
        continue;
      }
      for (Response response : batch) {
        Map<String, Object> verdict =
            answer.verdicts() == null ? null : answer.verdicts().get(response.source());
        if (verdict == null) {
          complete = false;
        } else {
          verdicts.put(response.source(), new Verdict(verdict));
        }
      }
      clusters.addAll(clusters(answer));
    }
    return new Screening(complete, verdicts, clusters);
  }

  private ScreeningClient.@Nullable Screened ask(String letterId, List<Response> batch) {
    try {
      return client.screen(
          new ScreeningClient.Batch(
              letterId,
              true,
              batch.stream()
                  .map(r ->
                      new ScreeningClient.Item(
                          r.source(), new ScreeningClient.Author(r.name()), r.text()))
                  .toList()));
    } catch (NoAnswer noAnswer) {
      LOG.info("an import goes on unscreened: {}", Failure.line(noAnswer));
      return null;
    } catch (CallRefused refused) {
      LOG.error("an import goes on unscreened: {}", Failure.line(refused));
      return null;
    }
  }

  private static List<Screening.Cluster> clusters(ScreeningClient.Screened answer) {
    return Objects.requireNonNullElse(answer.clusters(), List.<ScreeningClient.Group>of()).stream()
        .map(group ->
            new Screening.Cluster(
                group.kind() == null
                    ? new Screening.Said("alike", Map.of())
                    : said(group.kind(), "alike"),
                Objects.requireNonNullElse(group.ids(), List.of()),
                group.bond() == null ? null : said(group.bond(), "alike"),
                Objects.requireNonNullElse(group.reasons(), List.<ScreeningClient.Said>of())
                    .stream()
                    .map(reason -> said(reason, "junk"))
                    .toList()))
        .toList();
  }

  private static Screening.Said said(ScreeningClient.Said told, String otherwise) {
    return new Screening.Said(
        Objects.requireNonNullElse(told.code(), otherwise), Parameters.of(told.parameters()));
  }

  private static List<List<Response>> batches(List<Response> responses) {
    List<List<Response>> batches = new ArrayList<>();
    List<Response> batch = new ArrayList<>();
    int bytes = 0;
    for (Response response : responses) {
      int size = response.text().getBytes(UTF_8).length + 200;
      if (batch.size() == MOST_ITEMS || !batch.isEmpty() && bytes + size > MOST_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(response);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /// A response to look at.
  ///
  /// @param source names it within its letter
  public record Response(String source, String name, String text) {}
}
