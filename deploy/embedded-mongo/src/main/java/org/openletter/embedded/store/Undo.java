package org.openletter.embedded.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.log.Change;

/// What a change of one document has done so far, so that an exception in the middle of it leaves
/// neither a document without its index entries nor the other way round.
final class Undo {

  private static final ThreadLocal<@Nullable Scope> SCOPES = new ThreadLocal<>();

  /// Runs a change, or a part of the one this thread is in. When it is whole, its lines go to the
  /// log; an exception takes back what was written, or is the end of the server where that cannot
  /// be done.
  <T> T run(Supplier<T> step, boolean canBeTakenBack, Health health, Consumer<Change> log) {
    Scope scope = begin();
    T result;
    try {
      result = health.changing(step);
    } catch (RuntimeException e) {
      if (scope.hasWritten() && !canBeTakenBack) {
        health.breakDown(e);
      }
      takeBack(scope, health);
      throw e;
    } catch (Error e) {
      SCOPES.remove(); // Nothing here is believed any more.
      throw e;
    }
    scope.succeed(log);
    return result;
  }

  private static Scope begin() {
    Scope running = SCOPES.get();
    if (running == null) {
      running = new Scope();
      SCOPES.set(running);
    }
    running.depth++;
    return running;
  }

  private static void takeBack(Scope scope, Health health) {
    try {
      scope.fail();
    } catch (RuntimeException e) {
      health.breakDown(e);
    }
  }

  /// Notes how to take back what was just written, if this thread is in a change.
  void note(Runnable back) {
    Scope running = SCOPES.get();
    if (running != null) {
      running.steps.push(back);
    }
  }

  /// Keeps a line for the log until the change is whole; false when this thread is in none.
  boolean keep(Change change) {
    Scope running = SCOPES.get();
    if (running == null) {
      return false;
    }
    running.changes.add(change);
    return true;
  }

  private static final class Scope {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<Change> changes = new ArrayList<>();
    private int depth;

    /// Whether something was written.
    private boolean hasWritten() {
      return !steps.isEmpty();
    }

    /// Ends it well. When it was not part of another, its lines go to the log.
    private void succeed(Consumer<Change> log) {
      if (--depth == 0) {
        SCOPES.remove();
        changes.forEach(log);
      }
    }

    /// Ends it and takes back everything, newest first.
    private void fail() {
      changes.clear();
      Deque<Runnable> back = new ArrayDeque<>(steps);
      steps.clear();
      if (--depth == 0) {
        SCOPES.remove();
      }
      Scope outside = SCOPES.get();
      SCOPES.remove(); // Taking back is not noted again.
      back.forEach(Runnable::run);
      if (outside != null) {
        SCOPES.set(outside);
      }
    }
  }
}
