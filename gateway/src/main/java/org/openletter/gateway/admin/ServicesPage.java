package org.openletter.gateway.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page of the services shows.
///
/// @param services the gateway first
public record ServicesPage(
    List<Row> services, List<Trouble> troubles, Database database, List<Waiting> waiting) {

  /// One service.
  ///
  /// @param millis how long its answer took, null without one
  /// @param megabytes of its heap in use, null without an answer
  public record Row(
      String name,
      String word,
      String chip,
      @Nullable Long millis,
      @Nullable Long megabytes,
      String version,
      List<String> notes,
      @Nullable Instant lastSeen) {}

  /// Something that an admin should look at.
  ///
  /// @param what names the service and what is wrong
  /// @param since the last time it was well, null when unknown
  /// @param means what people notice of it
  public record Trouble(String what, @Nullable Instant since, String means) {}

  /// The database as the services see it.
  ///
  /// @param megabytes on disk, null when it does not say
  public record Database(String kind, @Nullable String version, @Nullable Long megabytes) {}

  /// Work that waits in a service.
  public record Waiting(String name, String service, long count, @Nullable Instant oldest) {}

  static ServicesPage of(List<ServiceState> states) {
    return new ServicesPage(
        states.stream().map(ServicesPage::row).toList(),
        states.stream().flatMap(state -> trouble(state).stream()).toList(),
        database(states),
        states.stream().flatMap(ServicesPage::waiting).toList());
  }

  private static Row row(ServiceState state) {
    Optional<Status> status = state.known();
    return new Row(
        state.name(),
        state.word().text(),
        state.word().chip(),
        status.map(_ -> state.millis()).orElse(null),
        status.map(s -> s.heapBytes() >> 20).orElse(null),
        status.map(Status::version).orElse("–"),
        state.notes(),
        state.lastSeen());
  }

  private static Optional<Trouble> trouble(ServiceState state) {
    return switch (state.word()) {
      case UP, RUNS -> Optional.empty();
      case DEGRADED ->
          Optional.of(
              new Trouble(
                  state.name() + " is degraded",
                  null,
                  "It answers, but " + String.join(" and ", state.notes()) + "." + means(state)));
      case NO_ANSWER ->
          Optional.of(
              new Trouble(
                  state.name() + " does not answer", state.lastSeen(), Outage.means(state.name())));
    };
  }

  // Without its database a service can do no more than without itself.
  private static String means(ServiceState state) {
    return state.known().map(Status::database).filter(d -> !d.answers()).isPresent()
        ? " " + Outage.means(state.name())
        : "";
  }

  // The embedded server has one file for all; a real one says how much each service's own database
  // takes.
  private static Database database(List<ServiceState> states) {
    List<Status.Database> known =
        states.stream()
            .flatMap(state -> state.known().stream())
            .map(Status::database)
            .filter(Status.Database::answers)
            .toList();
    if (known.isEmpty()) {
      return new Database("does not answer", null, null);
    }
    boolean embedded = known.getFirst().kind().equals("embedded");
    LongStream sizes = known.stream().mapToLong(Status.Database::bytes).filter(bytes -> bytes > 0);
    long bytes = embedded ? sizes.max().orElse(0) : sizes.sum();
    return new Database(
        embedded ? "embedded, one process" : "MongoDB",
        known.getFirst().version(),
        bytes == 0 ? null : bytes >> 20);
  }

  private static Stream<Waiting> waiting(ServiceState state) {
    return state.known().stream()
        .flatMap(status -> status.backlogs().stream())
        .map(b -> new Waiting(b.name(), state.name(), b.waiting(), b.oldest()));
  }
}
