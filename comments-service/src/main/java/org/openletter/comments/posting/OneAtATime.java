package org.openletter.comments.posting;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Lets each person do one thing at a time on this instance. A form sent eight times at once finds
/// what its first copy made, instead of using up eight of her responses. Between instances the
/// unique key decides.
@Component
class OneAtATime {

  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  <T> T run(String person, Supplier<T> work) {
    Turn turn = turns.compute(person, (_, t) -> joined(t == null ? new Turn() : t));
    turn.lock.lock();
    try {
      return work.get();
    } finally {
      turn.lock.unlock();
      turns.compute(person, (_, t) -> t == null || --t.people == 0 ? null : t);
    }
  }

  private static Turn joined(Turn turn) {
    turn.people++;
    return turn;
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private int people;
  }
}
