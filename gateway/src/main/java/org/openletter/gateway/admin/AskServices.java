package org.openletter.gateway.admin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.status.StatusEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Asks all five services how they are, at once; none is waited for longer than a second.
@Component
class AskServices {

  private static final Logger LOG = LoggerFactory.getLogger(AskServices.class);

  private static final String TOKENS = "profiles-service";

  private final Map<String, Supplier<Said>> services = new LinkedHashMap<>();
  private final Map<String, Instant> lastSeen = new ConcurrentHashMap<>();
  private final Map<String, Latency> latencies = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Probes probes;
  private final Clock clock;

  AskServices(
      StatusEndpoint own,
      StatusClients.Posts posts,
      StatusClients.Comments comments,
      StatusClients.Profiles profiles,
      StatusClients.Moderation moderation,
      ManagementPorts ports,
      Probes probes,
      JsonMapper json,
      Clock clock) {
    this.probes = probes;
    this.clock = clock;
    // In the words of the others: one shape for all five.
    services.put("gateway", () -> new Said(json.convertValue(own.status(), Status.class), null));
    services.put("posts-service", asking(posts, ports.of("posts-service")));
    services.put("comments-service", asking(comments, ports.of("comments-service")));
    services.put("profiles-service", asking(profiles, ports.of("profiles-service")));
    services.put("moderation-service", asking(moderation, ports.of("moderation-service")));
  }

  private static Supplier<Said> asking(StatusClient client, URI port) {
    return () -> {
      ResponseEntity<Status> answer = client.status(port);
      long date = answer.getHeaders().getDate();
      return new Said(
          Objects.requireNonNull(answer.getBody()), date < 0 ? null : Instant.ofEpochMilli(date));
    };
  }

  /// What a service said, and when by its own clock; null when it did not say.
  private record Said(Status status, @Nullable Instant date) {}

  /// How each of them is, the gateway first.
  List<ServiceState> ask() {
    List<CompletableFuture<ServiceState>> asked =
        services.entrySet().stream()
            .map(service ->
                CompletableFuture.supplyAsync(
                    () -> ask(service.getKey(), service.getValue()), threads))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private ServiceState ask(String name, Supplier<Said> service) {
    long start = System.nanoTime();
    Said said = null;
    Optional<Probes.Pulse> pulse = Optional.empty();
    boolean refused = false;
    try {
      said = service.get();
      pulse = Optional.of(new Probes.Pulse(said.date()));
    } catch (NoAnswer noAnswer) {
      // Then it was not asked at all: there was no token to ask with.
      pulse = noAnswer.service().equals(TOKENS) ? probes.pulse(name) : Optional.empty();
    } catch (CallRefused no) {
      LOG.warn("{} refused to say how it is: {} {}", name, no.status(), no.type());
      refused = true;
      pulse = probes.pulse(name);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return state(name, said, pulse, refused, millis);
  }

  private ServiceState state(
      String name,
      @Nullable Said said,
      Optional<Probes.Pulse> pulse,
      boolean refused,
      long millis) {
    Instant now = clock.instant();
    Latency latency = latencies.computeIfAbsent(name, _ -> new Latency());
    if (pulse.isPresent()) {
      lastSeen.put(name, now);
    }
    if (said != null) {
      latency.add(millis);
    }
    Instant date = pulse.map(Probes.Pulse::date).orElse(null);
    return new ServiceState(
        name,
        said == null ? null : said.status(),
        pulse.isPresent(),
        refused,
        date == null ? Duration.ZERO : Duration.between(now, date),
        latency.median(),
        lastSeen.get(name),
        now);
  }
}
