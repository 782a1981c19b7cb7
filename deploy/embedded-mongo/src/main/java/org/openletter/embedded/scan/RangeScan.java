package org.openletter.embedded.scan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.plan.KeyRange;

/// One range, entry by entry. It remembers the last entry, so that it can go on later over a newer
/// state of the index.
final class RangeScan {

  private final KeyRange range;
  private final KeyType order;
  private final boolean backwards;
  private @Nullable Key last;

  RangeScan(KeyRange range, KeyType order, boolean backwards) {
    this.range = range;
    this.order = order;
    this.backwards = backwards;
  }

  void passed(Key entry) {
    last = entry;
  }

  Iterator<Entry> open(RootReference<Key, byte[]> root) {
    Key resumed = last;
    Key from = resumed != null ? resumed : backwards ? range.last() : range.first();
    Key to = backwards ? range.first() : range.last();
    Cursor<Key, byte[]> cursor = new Cursor<>(root, from, to, backwards);
    return new Iterator<>() {
      private @Nullable Key next = advance(cursor, resumed);

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Entry next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        Entry entry = new Entry(RangeScan.this, next, cursor.getValue());
        next = advance(cursor, resumed);
        return entry;
      }
    };
  }

  private @Nullable Key advance(Cursor<Key, byte[]> cursor, @Nullable Key resumed) {
    while (cursor.hasNext()) {
      Key key = cursor.next();
      if (resumed == null || order.compare(key, resumed) != 0) {
        return key;
      }
    }
    return null;
  }

  /// An entry and where it came from.
  static final class Entry {

    private final RangeScan scan;
    private final Key key;
    private final byte[] value;

    private Entry(RangeScan scan, Key key, byte[] value) {
      this.scan = scan;
      this.key = key;
      this.value = value;
    }

    Key key() {
      return key;
    }

    byte[] value() {
      return value;
    }

    void pass() {
      scan.passed(key);
    }
  }
}
