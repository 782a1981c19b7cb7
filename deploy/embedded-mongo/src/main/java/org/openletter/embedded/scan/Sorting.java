package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.plan.Query;

/// Sorts documents that no index brings in order. Only as many as are asked for stay in memory.
final class Sorting {

  private static final int MEMORY_EXCEEDED = 292;

  /// Stored bytes of the documents kept while sorting; decoded they need several times as much.
  private static final long MOST_BYTES = Limits.OF_THIS_PROCESS.kept();

  private final Comparator<Found> order;
  private final int wanted;
  private List<Found> kept = new ArrayList<>();
  private long bytes;
  private long footprint;

  private Sorting(Document sort, int wanted) {
    DocumentOrder byDocument = new DocumentOrder(sort);
    this.order = (a, b) -> byDocument.compare(a.document(), b.document());
    this.wanted = wanted;
  }

  static Iterator<Found> sorted(Iterator<Found> found, Query query) {
    long wanted = query.limit() == 0 ? Integer.MAX_VALUE : (long) query.skip() + query.limit();
    Sorting sorting = new Sorting(query.sort(), (int) Math.min(wanted, Integer.MAX_VALUE));
    found.forEachRemaining(sorting::add);
    sorting.shrink();
    return sorting.kept.iterator();
  }

  private void add(Found found) {
    long more = Footprint.of(found.document());
    if (!Kept.tryAdd(more)) {
      if (isWorthShrinking()) {
        shrink();
      }
      Kept.add(more);
    }
    kept.add(found);
    bytes += found.bytes();
    footprint += more;
    if (kept.size() >= 2L * wanted + 100 || bytes > MOST_BYTES) {
      shrink();
      if (bytes > MOST_BYTES) {
        throw new MongoServerError(
            MEMORY_EXCEEDED,
            "QueryExceededMemoryLimitNoDiskUseAllowed",
            "sorting more than "
                + (MOST_BYTES >> 20)
                + " MB of documents needs an index for the order, or a limit");
      }
    }
  }

  /// Enough is left over that sorting again and again stays in proportion to what is read.
  private boolean isWorthShrinking() {
    return kept.size() - (long) wanted > wanted / 8;
  }

  private void shrink() {
    kept.sort(order);
    if (kept.size() > wanted) {
      kept = new ArrayList<>(kept.subList(0, wanted));
    }
    bytes = kept.stream().mapToLong(Found::bytes).sum();
    long now = kept.stream().mapToLong(found -> Footprint.of(found.document())).sum();
    Kept.add(now - footprint);
    footprint = now;
  }
}
