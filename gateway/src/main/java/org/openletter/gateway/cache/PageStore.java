package org.openletter.gateway.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The kept pages, within a number of bytes.
final class PageStore {

  private final long most;
  private final Map<String, CachedPage> pages = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  PageStore(long most) {
    this.most = most;
  }

  synchronized Optional<CachedPage> find(String key) {
    return Optional.ofNullable(pages.get(key));
  }

  synchronized void keep(String key, CachedPage page) {
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
}
