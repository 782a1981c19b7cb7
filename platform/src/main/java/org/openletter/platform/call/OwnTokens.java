package org.openletter.platform.call;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This service's own tokens (client credentials), one for each set of scopes, kept until shortly
/// before they end. Many callers share one request, which goes on in its own thread when a caller
/// gives up waiting.
public final class OwnTokens {

  private static final String TOKEN_ENDPOINT_OWNER = "profiles-service";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /// Clocks differ, and a call takes its time.
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(15);

  /// A token is fetched anew once it has lived this part of its life, while the old one is used on:
  /// when profiles-service fails, four fifths are left for everything else to go on.
  private static final int PART_OF_LIFE = 5;

  /// Between two tries to renew a token that still counts.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final URI endpoint;
  private final String client;
  private final Supplier<String> secret;
  private final Clock clock;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Token>> inFlight = new ConcurrentHashMap<>();

  /// Tokens of `client` from this token endpoint.
  public OwnTokens(
      URI endpoint, String client, Supplier<String> secret, Clock clock, JsonMapper json) {
    this.endpoint = endpoint;
    this.client = client;
    this.secret = secret;
    this.clock = clock;
    this.json = json;
  }

  /// A token with exactly these scopes, separated by spaces. Waits at most 3 s, else `NoAnswer`.
  public String token(String scopes) {
    Token kept = tokens.get(scopes);
    Instant now = clock.instant();
    if (kept != null && kept.end().minus(BEFORE_ITS_END).isAfter(now)) {
      renewWhenDue(scopes, kept, now);
      return kept.value();
    }
    try {
      return fetch(scopes).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS).value();
    } catch (ExecutionException failed) {
      throw new NoAnswer(TOKEN_ENDPOINT_OWNER, "no token: " + Failure.kind(failed));
    } catch (TimeoutException late) {
      throw new NoAnswer(TOKEN_ENDPOINT_OWNER, "no token within " + LONGEST_WAIT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(TOKEN_ENDPOINT_OWNER, "interrupted");
    }
  }

  /// Renews in the background whatever is due, also what nobody asked for lately: when
  /// profiles-service falls silent, what is held here outlasts the token of every person.
  void renewDue() {
    Instant now = clock.instant();
    tokens.forEach((scopes, kept) -> renewWhenDue(scopes, kept, now));
  }

  /// Forgets a token that was refused, so that the next call fetches another.
  public void forget(String scopes) {
    tokens.remove(scopes);
  }

  // Nobody waits for it. Whoever put the later time in is the one who asks.
  private void renewWhenDue(String scopes, Token kept, Instant now) {
    if (kept.renewAt().isBefore(now)
        && tokens.replace(scopes, kept, new Token(kept.value(), now.plus(PAUSE), kept.end()))) {
      CompletableFuture<Token> _ = fetch(scopes);
    }
  }

  private CompletableFuture<Token> fetch(String scopes) {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> already = inFlight.putIfAbsent(scopes, mine);
    if (already != null) {
      return already;
    }
    Thread.ofVirtual().name("own token").start(() -> fetch(scopes, mine));
    return mine;
  }

  private void fetch(String scopes, CompletableFuture<Token> result) {
    Token token = null;
    Exception why = new IllegalStateException("the request ended without an answer");
    try {
      token = request(scopes);
      tokens.put(scopes, token);
    } catch (IOException | RuntimeException failed) {
      why = failed;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      why = stopping;
    } finally {
      // Whatever ended it, the next who asks tries again, and nobody waits in vain.
      inFlight.remove(scopes, result);
      if (token == null) {
        result.completeExceptionally(why);
      } else {
        result.complete(token);
      }
    }
  }

  private Token request(String scopes) throws IOException, InterruptedException {
    String credentials = encode(client) + ":" + encode(secret.get());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=" + encode(scopes)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the token endpoint answered " + response.statusCode());
    }
    JsonNode body = json.readTree(response.body());
    String value = text(body.path("access_token").asString(null));
    Instant now = clock.instant();
    Duration life = Duration.ofSeconds(body.path("expires_in").asLong(60));
    return new Token(value, now.plus(life.dividedBy(PART_OF_LIFE)), now.plus(life));
  }

  private static String text(@Nullable String value) throws IOException {
    if (value == null) {
      throw new IOException("the token endpoint answered without a token");
    }
    return value;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// @param renewAt when it is fetched anew, while it still counts
  private record Token(String value, Instant renewAt, Instant end) {}
}
