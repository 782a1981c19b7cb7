package org.openletter.embedded.store;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;

/// A map that notes how to take back each write.
final class NotedMap extends MVMap<Key, byte[]> {

  private final Undo undo;

  private NotedMap(Map<String, Object> config, KeyType keys, Undo undo) {
    super(config, keys, ByteArrayDataType.INSTANCE);
    this.undo = undo;
  }

  @Override
  public byte @Nullable [] put(Key key, byte[] value) {
    byte[] before = super.put(key, value);
    undo.note(() -> restore(key, before));
    return before;
  }

  @Override
  public byte @Nullable [] remove(Object key) {
    byte[] before = super.remove(key);
    if (before != null) {
      undo.note(() -> restore((Key) key, before));
    }
    return before;
  }

  private void restore(Key key, byte @Nullable [] before) {
    if (before == null) {
      super.remove(key);
    } else {
      super.put(key, before);
    }
  }

  static final class Builder extends BasicBuilder<NotedMap, Key, byte[]> {

    private final KeyType keys;
    private final Undo undo;

    Builder(KeyType keys, Undo undo) {
      this.keys = keys;
      this.undo = undo;
      setKeyType(keys);
      setValueType(ByteArrayDataType.INSTANCE);
    }

    @Override
    protected NotedMap create(Map<String, Object> config) {
      return new NotedMap(config, keys, undo);
    }
  }
}
