package org.openletter.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.call.OwnTokens;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks profiles-service every 2 s for the short list of revoked subjects. While it does not
/// answer, the last list stands: tokens end after 5 minutes anyway.
public final class PolledRevocations extends Worker implements RevokedSubjects {

  private static final Logger LOG = LoggerFactory.getLogger(PolledRevocations.class);

  /// decisions: a change of roles works within 5 s.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String SCOPE = "profiles-service.revocations";

  private final URI address;
  private final OwnTokens tokens;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private volatile Map<String, Instant> revoked = Map.of();
  private boolean told;
  private boolean everAnswered;

  /// Polls this address with a token of this service's own.
  public PolledRevocations(URI address, OwnTokens tokens, JsonMapper json) {
    super("revocations", PAUSE);
    this.address = address;
    this.tokens = tokens;
    this.json = json;
  }

  @Override
  public boolean revoked(String subject, @Nullable Instant issuedAt) {
    Instant since = revoked.get(subject);
    return since != null && (issuedAt == null || issuedAt.isBefore(since));
  }

  /// Asks once, now.
  public void refresh() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(2))
            .header("Authorization", "Bearer " + tokens.token(SCOPE))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == 401) {
      tokens.forget(SCOPE);
    }
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    Map<String, Instant> read = new HashMap<>();
    for (JsonNode subject : json.readTree(response.body()).path("subjects")) {
      read.put(subject.path("id").asString(""), Instant.parse(subject.path("since").asString("")));
    }
    revoked = Map.copyOf(read);
    told = false;
    everAnswered = true;
  }

  @Override
  protected Next work() throws InterruptedException {
    try {
      refresh();
    } catch (IOException
        | NoAnswer
        | JacksonException
        | IllegalStateException
        | java.time.format.DateTimeParseException failed) {
      tellOnce(failed);
    }
    return Next.LATER;
  }

  private void tellOnce(Exception failed) {
    if (told) {
      return;
    }
    told = true;
    if (everAnswered) {
      LOG.warn("the list of revoked subjects is old: profiles-service: {}", Failure.line(failed));
    } else {
      // All services start side by side; this one was quicker.
      LOG.info("waits for profiles-service to say whose tokens count no longer");
    }
  }
}
