package org.openletter.gateway.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.call.NoAnswer;

/// comments-service as the studio sees it.
final class FakeComments implements CommentsClient {

  Map<String, Long> counts = Map.of();
  Queue queue = new Queue(0, List.of(), null);
  boolean down;
  @Nullable String askedFor;
  Optional<Settings> changed = Optional.empty();
  UnaryOperator<Settings> change = thread -> thread;

  @Override
  public Counts counts(String letters) {
    up();
    askedFor = letters;
    return new Counts(counts);
  }

  @Override
  public Queue queue() {
    up();
    return queue;
  }

  @Override
  public Settings thread(String letterId) {
    up();
    return new Settings("hold-first-timers", null, List.of(), 1);
  }

  @Override
  public Settings change(String letterId, Settings thread) {
    up();
    changed = Optional.of(thread);
    return change.apply(thread);
  }

  private void up() {
    if (down) {
      throw new NoAnswer("comments-service", "stopped");
    }
  }
}
