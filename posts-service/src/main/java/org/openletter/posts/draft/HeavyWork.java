package org.openletter.posts.draft;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Work that costs more than a look-up: one person does at most two such things at a time.
@Component
public class HeavyWork {

  private static final int AT_ONCE = 2;

  private final Map<String, Integer> working = new ConcurrentHashMap<>();

  /// Does the work for this account; empty when two are already being done for it.
  public <T> Optional<T> doFor(String accountId, Supplier<T> work) {
    if (working.merge(accountId, 1, Integer::sum) > AT_ONCE) {
      leave(accountId);
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      leave(accountId);
    }
  }

  private void leave(String accountId) {
    working.computeIfPresent(accountId, (_, n) -> n == 1 ? null : n - 1);
  }
}
