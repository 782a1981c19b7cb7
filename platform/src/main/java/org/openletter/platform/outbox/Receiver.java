package org.openletter.platform.outbox;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Whoever hears the events of one kind. Every service declares its receivers as beans.
///
/// @param name who has to answer for it: while he does not, all events under this name wait, in the
///   order of each document, and no others
/// @param most most events in one call
/// @param call tells some events, none of which stands behind another one of the same document, and
///   returns what became of them. `NoAnswer`, a database that is away and a `CallRefused` that may
///   pass mean that nobody is there; another `CallRefused` refuses all of them for good
public record Receiver(
    EventKind kind, String name, int most, Function<List<OutboxEvent>, Heard> call) {

  /// One that hears many events in one call.
  public static Receiver ofMany(
      EventKind kind, String name, Function<List<OutboxEvent>, Heard> call) {
    return new Receiver(kind, name, Heard.MOST, call);
  }

  /// One that hears one event after another and has heard it when it returns.
  public static Receiver ofEach(EventKind kind, String name, Consumer<OutboxEvent> call) {
    return new Receiver(
        kind,
        name,
        1,
        events -> {
          events.forEach(call);
          return new Heard(events.stream().map(OutboxEvent::id).toList(), List.of());
        });
  }
}
