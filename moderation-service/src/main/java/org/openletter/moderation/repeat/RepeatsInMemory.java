package org.openletter.moderation.repeat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers texts as long as it lives: for one batch, or for the command line. For one thread.
public final class RepeatsInMemory implements Repeats {

  private static final int MOST = 64;

  private final Map<String, Map<String, Fingerprint>> byBand = new HashMap<>();

  @Override
  public List<Fingerprint> alike(Fingerprint text, boolean imported) {
    Map<String, Fingerprint> found = new LinkedHashMap<>();
    for (String band : text.bands()) {
      for (Fingerprint other : byBand.getOrDefault(band, Map.of()).values()) {
        if (found.size() == MOST) {
          break;
        }
        found.put(other.id(), other);
      }
    }
    found.remove(text.id());
    return new ArrayList<>(found.values());
  }

  @Override
  public void remember(Fingerprint text, boolean imported) {
    for (String band : text.bands()) {
      byBand.computeIfAbsent(band, _ -> new LinkedHashMap<>()).put(text.id(), text);
    }
  }
}
