package org.openletter.embedded.key;

import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// How a stored map orders, writes and reads its keys.
public final class KeyType extends BasicDataType<Key> {

  /// Of a map whose keys are ids, or whose parts are all ascending.
  public static final KeyType ASCENDING = new KeyType(new boolean[0]);

  private final boolean[] descending;

  /// Parts beyond the array are ascending.
  public KeyType(boolean[] descending) {
    this.descending = descending.clone();
  }

  /// The order in the map; a shorter key is before the longer one it begins.
  @Override
  public int compare(Key left, Key right) {
    return compareFrom(0, left, right);
  }

  /// The order of two keys whose parts before a position are of no interest.
  public int compareFrom(int position, Key left, Key right) {
    int common = Math.min(left.size(), right.size());
    for (int i = position; i < common; i++) {
      int order = KeyOrder.compare(left.part(i), right.part(i));
      if (order != 0) {
        return isDescending(i) ? -order : order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /// Whether greater values of this part come first.
  public boolean isDescending(int position) {
    return position < descending.length && descending[position];
  }

  @Override
  public int getMemory(Key key) {
    int memory = 40;
    for (int i = 0; i < key.size(); i++) {
      memory += memoryOf(key.part(i));
    }
    return memory;
  }

  private static int memoryOf(@Nullable Object value) {
    return switch (value) {
      case null -> 4;
      case String text -> 48 + text.length();
      case Map<?, ?> document -> 100 + 60 * document.size();
      default -> 24;
    };
  }

  @Override
  public void write(WriteBuffer buffer, Key key) {
    byte[] bytes = Bson.encodeKey(key);
    buffer.putVarInt(bytes.length).put(bytes);
  }

  @Override
  public Key read(ByteBuffer buffer) {
    int length = DataUtils.readVarInt(buffer);
    ByteBuffer bytes = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return Bson.decodeKey(bytes);
  }

  @Override
  public Key[] createStorage(int size) {
    return new Key[size];
  }
}
