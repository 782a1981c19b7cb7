package org.openletter.platform.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a time limit, a breaker and a bulkhead around each exchange with a neighbour. The answer is
/// read whole inside the limit, so that a body that drips cannot hold a caller. Tokens were added
/// before, outside the limit: a slow token endpoint is not the neighbour's fault and is never
/// cancelled with a call.
final class GuardedClient implements Client {

  /// Larger answers are no answers: nothing here sends more.
  private static final int LARGEST_ANSWER = 8 << 20;

  /// One in ten: each call earns 1, a second try costs 10, and at most 10 second tries are saved
  /// up.
  private static final int COST_OF_RETRY = 10;

  private static final int MOST_CREDIT = 100;

  private static final int LONGEST_NAME = 40;

  private final Client client;
  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;
  private final CallSettings settings;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger credit = new AtomicInteger(MOST_CREDIT);

  GuardedClient(
      Client client,
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      CallSettings settings,
      JsonMapper json) {
    this.client = client;
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    this.settings = settings;
    this.json = json;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    String neighbour = request.requestTemplate().feignTarget().name();
    CallSettings.Call call = settings.to(neighbour);
    // The registry keeps one for each name, whichever client asks.
    Bulkhead bulkhead = bulkheads.bulkhead(neighbour, () -> room(call));
    if (!bulkhead.tryAcquirePermission()) {
      throw new NoAnswer(neighbour, "more than " + call.atOnce() + " calls at once");
    }
    try {
      return guarded(neighbour, request, options, call);
    } finally {
      bulkhead.onComplete();
    }
  }

  private static BulkheadConfig room(CallSettings.Call call) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(call.atOnce())
        .maxWaitDuration(Duration.ZERO)
        .build();
  }

  private Response guarded(
      String neighbour, Request request, Request.Options options, CallSettings.Call call) {
    CircuitBreaker breaker = breakers.circuitBreaker(neighbour);
    try {
      breaker.acquirePermission();
    } catch (CallNotPermittedException open) {
      throw new NoAnswer(neighbour, "the breaker is open");
    }
    long start = System.nanoTime();
    try {
      Response response = within(neighbour, request, options, call);
      complain(neighbour, response);
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return response;
    } catch (NoAnswer failed) {
      // Who says that somebody else does not answer has answered.
      if (failed.service().equals(neighbour)) {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failed);
      } else {
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
      throw failed;
    }
  }

  private Response within(
      String neighbour, Request request, Request.Options options, CallSettings.Call call) {
    Future<Response> answer = threads.submit(() -> exchange(request, options));
    try {
      return answer.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new NoAnswer(neighbour, "no answer within " + call.limit().toMillis() + " ms");
    } catch (ExecutionException failed) {
      throw new NoAnswer(neighbour, Failure.kind(failed));
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer(neighbour, "interrupted");
    }
  }

  // Only what never arrived is tried again, and only reading: whoever writes has an idempotency key
  // and decides himself. A call that its limit ended, or that broke on the way, has cost the
  // neighbour its work already.
  private Response exchange(Request request, Request.Options options) throws IOException {
    credit.updateAndGet(c -> Math.min(MOST_CREDIT, c + 1));
    try {
      return whole(client.execute(request, options));
    } catch (IOException first) {
      if (!neverArrived(first)
          || request.httpMethod() != Request.HttpMethod.GET
          || credit.getAndUpdate(c -> c < COST_OF_RETRY ? c : c - COST_OF_RETRY) < COST_OF_RETRY) {
        throw first;
      }
      return whole(client.execute(request, options));
    }
  }

  private static boolean neverArrived(IOException failed) {
    return Failure.cause(failed, ConnectException.class) != null
        || Failure.cause(failed, HttpConnectTimeoutException.class) != null;
  }

  private static Response whole(Response response) throws IOException {
    if (response.body() == null) {
      return response;
    }
    try (InputStream body = response.body().asInputStream()) {
      byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new IOException("answer larger than " + LARGEST_ANSWER + " bytes");
      }
      return response.toBuilder().body(bytes).build();
    }
  }

  private void complain(String neighbour, Response response) {
    if (isBusy(response, json)) {
      return;
    }
    if (response.status() == 503) {
      throw saysWho(neighbour, response);
    }
    if (response.status() >= 500) {
      throw new NoAnswer(neighbour, "status " + response.status());
    }
    // 200 promises a body; 204 is there for answers without one.
    if (response.status() == 200
        && (response.body() == null || Integer.valueOf(0).equals(response.body().length()))) {
      throw new NoAnswer(neighbour, "an empty answer");
    }
  }

  /// Whether the neighbour is well and refuses for now, in words of its own: an answer, and to be
  /// asked again.
  static boolean isBusy(Response response, JsonMapper json) {
    if (response.status() != 503 || response.body() == null) {
      return false;
    }
    try (InputStream body = response.body().asInputStream()) {
      return json.readTree(body).path("type").asString("").endsWith("/" + Problem.BUSY);
    } catch (IOException | JacksonException notAProblem) {
      return false;
    }
  }

  // A neighbour that waits for another one, or for its database, says so.
  private NoAnswer saysWho(String neighbour, Response response) {
    String why = "status 503";
    if (response.body() == null) {
      return new NoAnswer(neighbour, why);
    }
    try (InputStream body = response.body().asInputStream()) {
      JsonNode problem = json.readTree(body);
      String type = problem.path("type").asString("");
      String service = problem.path("service").asString("");
      if (service.isEmpty() || service.length() > LONGEST_NAME) {
        return new NoAnswer(neighbour, why);
      }
      return type.endsWith("/" + Problem.DATABASE_AWAY)
          ? NoAnswer.ofDatabase(service, why)
          : new NoAnswer(service, why);
    } catch (IOException | JacksonException notAProblem) {
      return new NoAnswer(neighbour, why);
    }
  }
}
