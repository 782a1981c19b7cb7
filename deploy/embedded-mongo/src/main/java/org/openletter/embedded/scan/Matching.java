package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.Scannable;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;

/// The documents behind the entries of an index, without those that do not match.
final class Matching {

  /// A key in a set, without its value.
  private static final int ENTRY = 100;

  private final Scannable index;
  private final MVMap<Key, byte[]> documents;
  private final Document filter;
  private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

  /// Ids already seen, when the index may lead to a document twice.
  private final @Nullable Set<Key> seen;

  Matching(Scannable index, MVMap<Key, byte[]> documents, Document filter) {
    this.index = index;
    this.documents = documents;
    this.filter = filter;
    this.seen = index.isMultikey() ? new HashSet<>() : null;
  }

  /// Whether the index has become one with several entries for a document since the plan was made.
  boolean isOutdated() {
    return seen == null && index.isMultikey();
  }

  /// Reads on demand; an entry counts as passed when its document is asked for.
  Iterator<Found> of(Iterator<RangeScan.Entry> entries, Snapshot snapshot) {
    return new Iterator<>() {
      private @Nullable Found next;

      @Override
      public boolean hasNext() {
        while (next == null && entries.hasNext()) {
          next = match(entries.next(), snapshot);
        }
        return next != null;
      }

      @Override
      public Found next() {
        if (!hasNext() || next == null) {
          throw new NoSuchElementException();
        }
        Found found = next;
        next = null;
        return found;
      }
    };
  }

  private @Nullable Found match(RangeScan.Entry entry, Snapshot snapshot) {
    entry.pass();
    Key id = index.documentOf(entry.key());
    if (seen != null) {
      if (!seen.add(id)) {
        return null;
      }
      Kept.add(ENTRY + Footprint.of(id.part(0)));
    }
    byte[] bytes =
        index instanceof PrimaryIndex
            ? entry.value()
            : documents.get(snapshot.documents().root, id);
    if (bytes == null) {
      throw new IllegalStateException(
          "The index " + index.getName() + " has an entry without a document");
    }
    Document document = Bson.decode(bytes);
    return matcher.matches(document, filter) ? new Found(document, bytes.length) : null;
  }
}
