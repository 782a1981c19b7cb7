package org.openletter.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bson.Document;
import org.openletter.platform.mongo.DatabaseAway;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what is due in some claimed documents. Those who hear it are called at the same time, each
/// with many events in a call; of one document a call never has two, so their order stays. Who does
/// not answer is not asked again in this round, nor before his wait is over.
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private static final Set<Integer> WORTH_WAITING = Set.of(401, 403, 408, 425, 429, 503);

  /// Who hears many events in a call refuses each by itself. That there is no such address says
  /// that another version answers, which knows none of them.
  private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(404, 405, 415);

  private final String relay;
  private final Map<String, Receiver> receivers;
  private final Silences silences;
  private final Clock clock;
  private final Instant end;

  /// @param receivers by the word of the kind that each hears
  /// @param end after this nothing more is begun: the lease shall last for what was begun before
  Round(
      String relay, Map<String, Receiver> receivers, Silences silences, Clock clock, Instant end) {
    this.relay = relay;
    this.receivers = receivers;
    this.silences = silences;
    this.clock = clock;
    this.end = end;
  }

  /// The events of one document that go to one name, in order.
  private record Line(Claimed of, Deque<OutboxEvent> events) {

    OutboxEvent first() {
      return events.getFirst();
    }

    void heard() {
      of.heard(events.removeFirst().id());
    }

    void waits(Instant until) {
      events.clear();
      of.failed(until);
    }
  }

  /// Returns when everybody was told or found silent. True when the service stops and it ended
  /// early: the thread is not interrupted any more, so that what was told can still be written.
  boolean tell(List<Claimed> claimed) {
    Map<String, List<Line>> byName = lines(claimed);
    boolean ended = false;
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      byName.forEach((name, lines) -> all.add(each.submit(() -> tell(name, lines))));
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException bug) {
      LOG.error("{}", relay, Failure.withoutWords(bug));
    } catch (InterruptedException stopping) {
      ended = true;
    }
    return Thread.interrupted() || ended;
  }

  private Map<String, List<Line>> lines(List<Claimed> claimed) {
    Instant now = clock.instant();
    Map<String, List<Line>> byName = new LinkedHashMap<>();
    for (Claimed one : claimed) {
      Map<String, Line> lines = new LinkedHashMap<>();
      for (Document stored : one.outbox()) {
        try {
          line(one, stored, lines, now);
        } catch (NullPointerException | ClassCastException unreadable) {
          // A field is missing or of another type. Its document waits, and holds back no other.
          one.failed(now.plus(silences.waitAfter(one.tries())));
          say(one, "an event", "it cannot be read");
        }
      }
      lines.forEach((name, line) -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(line));
    }
    return byName;
  }

  private void line(Claimed one, Document stored, Map<String, Line> lines, Instant now) {
    Instant at = stored.getDate("at").toInstant();
    Receiver receiver = receivers.get(stored.getString("kind"));
    if (at.isAfter(now)) {
      one.again(at);
    } else if (receiver == null) {
      // Written by another version of this service, which may come back.
      one.failed(now.plus(silences.waitAfter(one.tries())));
      say(one, stored.getString("kind"), "nobody hears of it");
    } else {
      OutboxEvent event = OutboxEvent.of(stored, receiver.kind());
      lines
          .computeIfAbsent(receiver.name(), _ -> new Line(one, new ArrayDeque<>()))
          .events()
          .add(event);
    }
  }

  // Again and again the first event of each line, until all lines are empty.
  private void tell(String name, List<Line> all) {
    List<Line> lines = new ArrayList<>(all);
    while (!lines.isEmpty()) {
      Map<EventKind, List<Line>> byKind =
          lines.stream()
              .collect(
                  Collectors.groupingBy(
                      line -> line.first().kind(), LinkedHashMap::new, Collectors.toList()));
      for (Map.Entry<EventKind, List<Line>> kind : byKind.entrySet()) {
        Receiver receiver = Objects.requireNonNull(receivers.get(kind.getKey().word()));
        List<Line> some = kind.getValue();
        for (int from = 0; from < some.size(); from += receiver.most()) {
          Instant now = clock.instant();
          if (silences.silent(name, now)) {
            wait(lines, silences.until(name));
            return;
          }
          if (now.isAfter(end)) {
            lines.stream().filter(l -> !l.events().isEmpty()).forEach(l -> l.of().again(now));
            return;
          }
          if (!call(receiver, some.subList(from, Math.min(from + receiver.most(), some.size())))) {
            wait(lines, silences.until(name));
            return;
          }
        }
      }
      lines.removeIf(line -> line.events().isEmpty());
    }
  }

  private static void wait(List<Line> lines, Instant until) {
    lines.stream().filter(line -> !line.events().isEmpty()).forEach(line -> line.waits(until));
  }

  // False when nobody answered.
  private boolean call(Receiver receiver, List<Line> lines) {
    try {
      Heard heard = receiver.call().apply(lines.stream().map(Line::first).toList());
      silences.answered(receiver.name());
      settle(receiver, lines, heard);
      return true;
    } catch (CallRefused refused) {
      if (WORTH_WAITING.contains(refused.status())
          || (receiver.most() > 1 && NO_SUCH_ADDRESS.contains(refused.status()))) {
        return silent(receiver, lines, refused);
      }
      if (lines.size() > 1) {
        return halves(receiver, lines);
      }
      silences.answered(receiver.name());
      refused(receiver.kind(), refused.status() + " " + refused.type());
      lines.forEach(Line::heard);
      return true;
    } catch (RuntimeException failed) {
      // A receiver is any code of its service. Who is silent is waited for; any other failure keeps
      // its event, which is told again by itself.
      if (failed instanceof NoAnswer || DatabaseAway.says(failed)) {
        return silent(receiver, lines, failed);
      }
      if (lines.size() > 1) {
        return halves(receiver, lines);
      }
      waitsAlone(receiver, lines.getFirst(), Failure.line(failed));
      return true;
    }
  }

  // It was all of them together that was refused, or one of them made it fail.
  private boolean halves(Receiver receiver, List<Line> lines) {
    int half = lines.size() / 2;
    return call(receiver, lines.subList(0, half))
        && call(receiver, lines.subList(half, lines.size()));
  }

  private void settle(Receiver receiver, List<Line> lines, Heard heard) {
    Set<String> taken = Set.copyOf(heard.taken());
    Map<String, String> refused =
        heard.refused().stream()
            .collect(
                Collectors.toMap(Heard.Refused::eventId, Heard.Refused::type, (first, _) -> first));
    for (Line line : lines) {
      String type = refused.get(line.first().id());
      if (type != null) {
        refused(receiver.kind(), type);
        line.heard();
      } else if (taken.contains(line.first().id())) {
        line.heard();
      } else {
        waitsAlone(receiver, line, "it was not taken");
      }
    }
  }

  private void waitsAlone(Receiver receiver, Line line, String why) {
    say(line.of(), receiver.kind().word(), why);
    line.waits(clock.instant().plus(silences.waitAfter(line.of().tries())));
  }

  // What was just asked waits longer than what was not: if it is one event that nobody can hear,
  // the others come before it the next time.
  private boolean silent(Receiver receiver, List<Line> lines, RuntimeException unheard) {
    Instant now = clock.instant();
    if (silences.failed(receiver.name(), now)) {
      LOG.info("{}: {} waits: {}", relay, receiver.kind().word(), Failure.line(unheard));
    }
    lines.forEach(line -> line.waits(now.plus(silences.waitAfter(line.of().tries()))));
    return false;
  }

  private void refused(EventKind kind, String why) {
    LOG.warn("{}: {} was refused for good: {}", relay, kind.word(), why);
  }

  // Said once; while it lasts this would be said every few seconds.
  private void say(Claimed of, String kind, String why) {
    if (of.tries() == 0) {
      LOG.info("{}: {} waits: {}", relay, kind, why);
    }
  }
}
