package org.openletter.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The key of one entry of a stored map: one id, or the indexed values and the id of their
/// document.
public final class Key {

  /// Before every value.
  public static final Object LOWEST = new Edge(KeyOrder.LOWEST_RANK, false);

  /// After every value.
  public static final Object HIGHEST = new Edge(KeyOrder.HIGHEST_RANK, true);

  private final @Nullable Object[] parts;

  /// Takes the array as it is; a missing value is the same as null.
  public Key(@Nullable Object... parts) {
    this.parts = parts;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof Missing) {
        parts[i] = null;
      }
    }
  }

  /// How many parts there are, at least one.
  public int size() {
    return parts.length;
  }

  /// The part at a position from 0.
  public @Nullable Object part(int position) {
    return parts[position];
  }

  /// Before every value of the type of this one: a range never leaves the type it names.
  public static Object beforeTypeOf(@Nullable Object value) {
    return new Edge(KeyOrder.rank(value), false);
  }

  /// After every value of the type of this one.
  public static Object afterTypeOf(Object value) {
    return new Edge(KeyOrder.rank(value), true);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && Arrays.equals(parts, key.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
