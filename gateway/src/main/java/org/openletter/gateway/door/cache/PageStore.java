package org.openletter.gateway.door.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The kept pages, within a number of bytes.
///
/// What was removed is gone from here at once, and does not come back with a page that was begun
/// before: each forgetting has a number, and a page whose making began earlier is not kept.
final class PageStore {

  private static final int MOST_LETTERS = 10_000;

  private final long most;
  private final List<KeptElsewhere> elsewhere;
  private final Map<String, CachedPage> pages = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<String, Long> forgotten = new LinkedHashMap<>();
  private long bytes;
  private long turn;
  private long listsForgotten;

  /// Whatever was begun before this may show something that was forgotten too long ago to know.
  private long oldestKnown;

  PageStore(long most, List<KeptElsewhere> elsewhere) {
    this.most = most;
    this.elsewhere = List.copyOf(elsewhere);
  }

  synchronized Optional<CachedPage> find(String key) {
    return Optional.ofNullable(pages.get(key));
  }

  /// To be asked before a page is made, and given with it.
  synchronized long begin() {
    return turn;
  }

  /// Keeps a page, unless something of its letter was forgotten while it was made.
  ///
  /// @param begun what `begin` said before
  synchronized void keep(String key, CachedPage page, long begun) {
    long since =
        CacheKey.letter(key)
            .map(letter -> forgotten.getOrDefault(letter, oldestKnown))
            .orElse(listsForgotten);
    if (since > begun) {
      return;
    }
    CachedPage before = pages.put(key, page);
    bytes += page.bytes() - (before == null ? 0 : before.bytes());
    Iterator<CachedPage> eldest = pages.values().iterator();
    while (bytes > most && eldest.hasNext()) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }

  synchronized void forget(String key) {
    CachedPage before = pages.remove(key);
    bytes -= before == null ? 0 : before.bytes();
  }

  /// Throws away all pages of this letter, and all lists, which may name it.
  synchronized void forgetLetter(String letter) {
    turn++;
    listsForgotten = turn;
    forgotten.remove(letter);
    forgotten.put(letter, turn);
    if (forgotten.size() > MOST_LETTERS) {
      Iterator<Long> eldest = forgotten.values().iterator();
      oldestKnown = eldest.next();
      eldest.remove();
    }
    elsewhere.forEach(other -> other.forget(letter));
    forgetAll(key -> CacheKey.letter(key).map(letter::equals).orElse(true));
  }

  private void forgetAll(Predicate<String> which) {
    Iterator<Map.Entry<String, CachedPage>> all = pages.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, CachedPage> page = all.next();
      if (which.test(page.getKey())) {
        bytes -= page.getValue().bytes();
        all.remove();
      }
    }
  }
}
