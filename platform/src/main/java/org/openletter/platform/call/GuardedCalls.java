package org.openletter.platform.call;

import feign.Capability;
import feign.Client;
import feign.FeignException;
import feign.InvocationHandlerFactory;
import feign.Response;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Gives every Feign client its guard, and turns every failure into `NoAnswer` or `CallRefused`.
/// Public only because Feign calls it by reflection.
public final class GuardedCalls implements Capability, ErrorDecoder {

  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;
  private final CallSettings settings;
  private final RelayedToken relayed;
  private final JsonMapper json;

  GuardedCalls(
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      CallSettings settings,
      RelayedToken relayed,
      JsonMapper json) {
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    this.settings = settings;
    this.relayed = relayed;
    this.json = json;
  }

  @Override
  public Client enrich(Client client) {
    return new RenewingClient(
        new GuardedClient(client, breakers, bulkheads, settings, json), relayed);
  }

  @Override
  public Decoder enrich(Decoder decoder) {
    return (Response response, Type type) -> {
      // Only where a method says so, nothing is an answer.
      if (response.status() == 404 && !isOptional(type)) {
        throw refused(response);
      }
      String neighbour = response.request().requestTemplate().feignTarget().name();
      try {
        return decoder.decode(response, type);
      } catch (FeignException
          | IOException
          | JacksonException
          | org.springframework.web.client.RestClientException broken) {
        NoAnswer failed = new NoAnswer(neighbour, "an answer that makes no sense");
        breakers
            .circuitBreaker(neighbour)
            .onError(0, java.util.concurrent.TimeUnit.NANOSECONDS, failed);
        throw failed;
      }
    };
  }

  // Feign wraps what a decoder throws; callers shall see one kind of failure only.
  @Override
  public InvocationHandlerFactory enrich(InvocationHandlerFactory factory) {
    return (target, dispatch) -> {
      InvocationHandler calls = factory.create(target, dispatch);
      return (proxy, method, arguments) -> {
        try {
          return calls.invoke(proxy, method, arguments);
        } catch (DecodeException wrapped) {
          throw switch (wrapped.getCause()) {
            case NoAnswer failed -> failed;
            case CallRefused refused -> refused;
            case null, default -> wrapped;
          };
        }
      };
    };
  }

  @Override
  public Exception decode(String method, Response response) {
    String neighbour = response.request().requestTemplate().feignTarget().name();
    if ((response.status() < 400 || response.status() > 499)
        && !GuardedClient.isBusy(response, json)) {
      return new NoAnswer(neighbour, "status " + response.status());
    }
    return refused(response);
  }

  private CallRefused refused(Response response) {
    Map<String, Object> problem = read(response);
    String type = text(problem.remove("type"), "/problems/refused");
    String detail = text(problem.remove("detail"), "This was refused.");
    problem.remove("status");
    problem.values().removeIf(java.util.Objects::isNull);
    return new CallRefused(
        response.status(),
        type.substring(type.lastIndexOf('/') + 1),
        detail,
        retryAfter(response),
        problem);
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  private Map<String, Object> read(Response response) {
    if (response.body() == null) {
      return new HashMap<>();
    }
    try (var body = response.body().asInputStream()) {
      return new HashMap<>(json.readValue(body, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException | JacksonException notAProblem) {
      // The status alone says that it was refused.
      return new HashMap<>();
    }
  }

  private static String text(@Nullable Object value, String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  private static @Nullable Duration retryAfter(Response response) {
    Collection<String> values = response.headers().getOrDefault("retry-after", List.of());
    for (String value : values) {
      if (value.matches("[0-9]{1,6}")) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
    }
    return null;
  }
}
