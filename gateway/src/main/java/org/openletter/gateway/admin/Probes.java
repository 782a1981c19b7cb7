package org.openletter.gateway.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks a service whether it runs, which it tells everybody on its machine. How it is it tells only
/// to a token, and tokens come from profiles-service: without this question one outage would look
/// like four. A service whose clock is far behind refuses every token; the answer to this question
/// says what its clock says.
@Component
class Probes {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final ManagementPorts ports;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LONGEST_WAIT)
          .build();

  Probes(ManagementPorts ports) {
    this.ports = ports;
  }

  /// That a service runs.
  ///
  /// @param date when it was by its own clock, in whole seconds; null when it did not say
  record Pulse(@Nullable Instant date) {}

  /// Empty when it does not answer.
  Optional<Pulse> pulse(String service) {
    URI address = URI.create(ports.of(service) + "/actuator/health/liveness");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).build();
    try {
      HttpResponse<?> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() == 200
          ? Optional.of(
              new Pulse(answer.headers().firstValue("Date").map(Probes::read).orElse(null)))
          : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static @Nullable Instant read(String date) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException noDate) {
      return null;
    }
  }
}
