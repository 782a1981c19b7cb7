package org.openletter.gateway.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Asks a service whether it runs, which it tells everybody on its machine. How it is it tells only
/// to a token, and tokens come from profiles-service: without this question one outage would look
/// like four.
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

  boolean isAlive(String service) {
    URI address = URI.create(ports.of(service) + "/actuator/health/liveness");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException noAnswer) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
