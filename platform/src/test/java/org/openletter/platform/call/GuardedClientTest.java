package org.openletter.platform.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Feign;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import feign.Target;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.NoAnswer;
import tools.jackson.databind.json.JsonMapper;

class GuardedClientTest {

  private static final String NEIGHBOUR = "moderation-service";

  private final List<Thread> asked = new CopyOnWriteArrayList<>();

  @Test
  void aCallThatItsOwnLimitEndedIsNotAskedAgain() throws InterruptedException {
    Say say =
        client(
            guarded(Duration.ofMillis(20), 64),
            NEIGHBOUR,
            request -> {
              if (asked.size() > 1) {
                return ok(request);
              }
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException cancelled) {
                throw new IOException(cancelled);
              }
              throw new IllegalStateException("nobody waits so long");
            });

    assertThatThrownBy(say::say)
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("no answer within");

    asked.getFirst().join();
    assertThat(asked).hasSize(1);
  }

  @Test
  void aCallThatBrokeOnTheWayIsNotAskedAgain() {
    Say say =
        client(
            guarded(Duration.ofMinutes(1), 64),
            NEIGHBOUR,
            _ -> {
              throw new SocketException("Connection reset");
            });

    assertThatThrownBy(say::say).isInstanceOf(NoAnswer.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aQuestionThatNeverArrivedIsAskedOnceMoreAndAnOrderIsNot() {
    Say say =
        client(
            guarded(Duration.ofMinutes(1), 64),
            NEIGHBOUR,
            request -> {
              if (asked.size() % 2 == 1) {
                throw new ConnectException("Connection refused");
              }
              return ok(request);
            });

    assertThat(say.say().status()).isEqualTo(200);
    assertThat(asked).hasSize(2);

    assertThatThrownBy(say::write).isInstanceOf(NoAnswer.class);
    assertThat(asked).hasSize(3);
  }

  @Test
  void allClientsOfANeighbourShareItsRoomAndAnotherNameHasItsOwn() throws Exception {
    GuardedCalls calls = guarded(Duration.ofMinutes(1), 1);
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Say slow =
        client(
            calls,
            NEIGHBOUR,
            request -> {
              arrived.countDown();
              try {
                answer.await();
              } catch (InterruptedException cancelled) {
                throw new IOException(cancelled);
              }
              return ok(request);
            });
    Say other = client(calls, NEIGHBOUR, GuardedClientTest::ok);
    Say statements = client(calls, "moderation-service-statements", GuardedClientTest::ok);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Response> first = threads.submit(slow::say);
      arrived.await();

      assertThatThrownBy(other::say)
          .isInstanceOf(NoAnswer.class)
          .hasMessageContaining("more than 1 calls at once");
      assertThat(statements.say().status()).isEqualTo(200);

      answer.countDown();
      assertThat(first.get().status()).isEqualTo(200);
      assertThat(other.say().status()).isEqualTo(200);
    }
  }

  private static GuardedCalls guarded(Duration limit, int atOnce) {
    CallSettings.Call call = new CallSettings.Call(limit, null, atOnce);
    return new GuardedCalls(
        CircuitBreakerRegistry.ofDefaults(),
        BulkheadRegistry.ofDefaults(),
        new CallSettings(Map.of(NEIGHBOUR, call, "moderation-service-statements", call)),
        Optional::empty,
        JsonMapper.builder().build());
  }

  // Each has a Feign client of its own, as each interface of a neighbour has.
  private Say client(GuardedCalls calls, String name, Exchange exchange) {
    Client neighbour =
        (request, _) -> {
          asked.add(Thread.currentThread());
          return exchange.answer(request);
        };
    return Feign.builder()
        .client(calls.enrich(neighbour))
        .retryer(Retryer.NEVER_RETRY)
        .target(new Target.HardCodedTarget<>(Say.class, name, "http://neighbour.example"));
  }

  private static Response ok(Request request) {
    return Response.builder()
        .status(200)
        .headers(Map.of())
        .request(request)
        .body("{}", UTF_8)
        .build();
  }

  /// How a neighbour answers.
  private interface Exchange {

    Response answer(Request request) throws IOException;
  }

  /// What it can be asked and told.
  interface Say {

    @RequestLine("GET /say")
    Response say();

    @RequestLine("POST /say")
    Response write();
  }
}
