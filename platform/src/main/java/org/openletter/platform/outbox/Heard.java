package org.openletter.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DatabaseAway;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

/// What became of the events of one call. What stands in neither list is told again.
///
/// @param taken ids of those that were heard, now or before
/// @param refused those that would be refused the next time too
public record Heard(List<String> taken, List<Refused> refused) {

  /// Why an event is refused that lacks something or has too much of it.
  public static final String INVALID = "invalid-fields";

  /// Most events in one call.
  public static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Heard.class);

  public Heard {
    taken = List.copyOf(taken);
    refused = List.copyOf(refused);
  }

  /// An event that was refused.
  ///
  /// @param type the word of the problem, for example `invalid-fields`
  public record Refused(String eventId, String type) {}

  /// Answers a call that brought events, each by itself: what one of them meets keeps nothing from
  /// the others. A call without a list of events that have ids is refused as a whole.
  ///
  /// @param id of an event; null when it has none
  /// @param take hears one event, also one that was heard before; answers why it is refused, or
  ///   nothing. What it throws leaves the event untold, except that a neighbour or a database which
  ///   does not answer ends the call
  public static <E> ResponseEntity<Heard> each(
      List<@Nullable E> events,
      Function<E, @Nullable String> id,
      Function<E, Optional<String>> take) {
    if (events.size() > MOST) {
      return Refusal.field("events", "A call has at most %d events.".formatted(MOST)).answer();
    }
    List<String> taken = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (E event : events) {
      String eventId = event == null ? null : id.apply(event);
      if (event == null || eventId == null) {
        return Refusal.field("eventId", "An event has an id.").answer();
      }
      try {
        take.apply(event)
            .ifPresentOrElse(
                type -> refused.add(new Refused(eventId, type)), () -> taken.add(eventId));
      } catch (NoAnswer silent) {
        throw silent;
      } catch (RuntimeException failed) {
        if (DatabaseAway.says(failed)) {
          throw failed;
        }
        // In neither list, so its sender tells it again; the others of the call are heard.
        LOG.error("an event waits", Failure.withoutWords(failed));
      }
    }
    return ResponseEntity.ok(new Heard(taken, refused));
  }
}
