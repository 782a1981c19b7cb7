package org.openletter.platform.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.NoAnswer;
import tools.jackson.databind.json.JsonMapper;

class OwnTokensTest {

  /// As profiles-service gives them.
  private static final Duration LIFE = Duration.ofMinutes(10);

  private static final Duration OF_A_PERSON = Duration.ofMinutes(5);

  private final AtomicInteger given = new AtomicInteger();
  private final Semaphore answered = new Semaphore(0);
  private volatile boolean away;
  private Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private HttpServer server;
  private OwnTokens tokens;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/oauth2/token", this::answer);
    server.start();
    tokens = tokens(() -> "secret");
  }

  private OwnTokens tokens(Supplier<String> secret) {
    return new OwnTokens(
        URI.create(
            "http://"
                + server.getAddress().getHostString()
                + ":"
                + server.getAddress().getPort()
                + "/oauth2/token"),
        "comments-service",
        secret,
        ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
        JsonMapper.builder().build());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        "{\"access_token\":\"token-%d\",\"expires_in\":%d}"
            .formatted(given.incrementAndGet(), LIFE.toSeconds())
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : body.length);
    if (!away) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
    answered.release();
  }

  @Test
  void outlastTheTokenOfAPersonThoughNobodyAskedForALongTime() throws InterruptedException {
    tokens.token("posts-service.letters");
    assertThat(answered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    // Nobody writes for an hour; the service looks every now and then.
    for (int minute = 0; minute < 60; minute++) {
      now = now.plusSeconds(60);
      int before = given.get();
      tokens.renewDue();
      if (minute % 3 == 2) {
        renewedSince(before);
      }
    }

    away = true;
    now = now.plus(OF_A_PERSON);

    assertThat(tokens.token("posts-service.letters")).isEqualTo("token-21");
  }

  @Test
  void areNotRenewedBeforeTheirTime() {
    tokens.token("posts-service.letters");
    now = now.plusSeconds(120);

    tokens.renewDue();

    assertThat(given).hasValue(1);
  }

  @Test
  void areAskedForAgainWhateverEndedTheRequest() {
    Queue<String> secrets = new ConcurrentLinkedQueue<>();
    OwnTokens failing =
        tokens(() -> {
          if (secrets.isEmpty()) {
            secrets.add("secret");
            // Neither checked nor of the program: no catch foresees it.
            throw new StackOverflowError("while the secret was read");
          }
          return secrets.element();
        });

    assertThatThrownBy(() -> failing.token("posts-service.letters"))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("no token: ");

    assertThat(failing.token("posts-service.letters")).isEqualTo("token-1");
  }

  // The answer is on its way to those who ask next.
  private void renewedSince(int before) throws InterruptedException {
    assertThat(answered.tryAcquire(30, TimeUnit.SECONDS)).as("renewed by itself").isTrue();
    String token = "token-" + (before + 1);
    await().until(() -> tokens.token("posts-service.letters").equals(token));
  }
}
