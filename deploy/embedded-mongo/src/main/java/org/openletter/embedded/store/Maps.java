package org.openletter.embedded.store;

import java.util.List;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;

/// The maps of a store by name, and the little that is remembered about them.
public final class Maps {

  private static final String UNFINISHED = "unfinished/";

  private final MVStore store;
  private final MVMap<String, Long> facts;
  private final Undo undo;
  private final Runnable saveIfMuch;

  Maps(MVStore store, MVMap<String, Long> facts, Undo undo, Runnable saveIfMuch) {
    this.store = store;
    this.facts = facts;
    this.undo = undo;
    this.saveIfMuch = saveIfMuch;
  }

  /// The map of a name, with the direction of each part of its keys.
  public MVMap<Key, byte[]> open(String name, KeyType keys) {
    return store.openMap(name, new NotedMap.Builder(keys, undo));
  }

  /// Whether there is a map of this name.
  public boolean has(String name) {
    return store.hasMap(name);
  }

  /// The names of all maps that begin with a prefix.
  public List<String> names(String prefix) {
    return store.getMapNames().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  /// Removes a map, its content and what is remembered about it.
  public void remove(String name) {
    store.removeMap(name);
    facts.remove(name);
    facts.remove(UNFINISHED + name);
  }

  /// Remembers something that is true of a map.
  public void mark(String name) {
    facts.put(name, 1L);
  }

  /// Whether [#mark] was called for this map.
  public boolean isMarked(String name) {
    return facts.containsKey(name);
  }

  /// Fills a new map while nothing else can change. It may be saved in parts, whenever the work
  /// says that it is between two steps; until it is done, a start removes what there is of it.
  public void build(String name, Consumer<Runnable> work) {
    facts.put(UNFINISHED + name, 1L);
    work.accept(saveIfMuch);
    facts.remove(UNFINISHED + name);
  }

  void removeUnfinished() {
    for (String fact : List.copyOf(facts.keySet())) {
      if (fact.startsWith(UNFINISHED)) {
        remove(fact.substring(UNFINISHED.length()));
      }
    }
  }
}
