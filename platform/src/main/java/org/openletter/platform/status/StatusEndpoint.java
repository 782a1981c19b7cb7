package org.openletter.platform.status;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DatabaseKind;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// What this service says of itself: `/actuator/status` on the management port, for the admin page.
@Endpoint(id = "status")
public class StatusEndpoint {

  private final String service;
  private final String version;
  private final List<Backlog> backlogs;
  private final CircuitBreakerRegistry breakers;
  private final DatabaseKind database;

  /// The status of `service`, which runs `version`.
  public StatusEndpoint(
      String service,
      String version,
      List<Backlog> backlogs,
      CircuitBreakerRegistry breakers,
      DatabaseKind database) {
    this.service = service;
    this.version = version;
    this.backlogs = backlogs;
    this.breakers = breakers;
    this.database = database;
  }

  /// Asks everything anew; takes as long as the database needs.
  @ReadOperation
  public Status status() {
    Runtime runtime = Runtime.getRuntime();
    return new Status(
        service,
        version,
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        runtime.totalMemory() - runtime.freeMemory(),
        database.ask(),
        breakers.getAllCircuitBreakers().stream()
            .map(b ->
                new Breaker(b.getName(), b.getState().name().toLowerCase(java.util.Locale.ROOT)))
            .sorted(Comparator.comparing(Breaker::name))
            .toList(),
        backlogs.stream()
            .map(b -> new Waiting(b.name(), b.waiting(), b.oldest().orElse(null)))
            .toList());
  }

  /// One service at one moment.
  ///
  /// @param heapBytes bytes of the heap in use
  public record Status(
      String service,
      String version,
      Instant startedAt,
      long heapBytes,
      DatabaseKind.Database database,
      List<Breaker> breakers,
      List<Waiting> backlogs) {}

  /// A breaker to a neighbour: `closed` lets calls through, `open` does not, `half_open` tries.
  public record Breaker(String name, String state) {}

  /// Work that waits.
  public record Waiting(String name, long waiting, @Nullable Instant oldest) {}
}
