package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.plan.Plan;
import org.openletter.embedded.plan.Planner;
import org.openletter.embedded.plan.Query;
import org.openletter.embedded.plan.ScanWatch;

/// The documents of a query, all at once or in batches. Between two batches nothing is held but the
/// last position, so a client may take as long as it likes.
public final class Results implements Rows {

  private static final int PLAN_KILLED = 175;

  private final Source source;
  private final Query query;
  private final Plan plan;
  private final IndexScan scan;
  private final Matching matching;

  private int toSkip;
  private long left;
  private @Nullable Iterator<Found> sorted;
  private @Nullable Found ahead;

  private Results(Source source, Query query, Plan plan) {
    this.source = source;
    this.query = query;
    this.plan = plan;
    this.scan = new IndexScan(plan);
    this.matching = new Matching(plan.index(), source.primary().entries(), query.filter());
    this.toSkip = query.skip();
    this.left = query.limit() > 0 ? query.limit() : Long.MAX_VALUE;
  }

  /// Plans the query; nothing is read before the first document is asked for.
  public static Results of(Source source, Query query, ScanWatch watch) {
    Plan plan = Planner.plan(query, source.primary(), source.secondary());
    watch.note(source.namespace(), plan, query, source.primary().getCount());
    return new Results(source, query, plan);
  }

  /// Every document, of the state in which the collection is now.
  public Iterator<Document> all() {
    Iterator<Found> found = open();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public Document next() {
        return projected(List.of(found.next().document())).getFirst();
      }
    };
  }

  @Override
  public List<Document> take(int count, int bytes) {
    Iterator<Found> found = open();
    List<Document> batch = new ArrayList<>();
    long size = 0;
    long counted = 0; // The ids that reading remembers stay counted.
    boolean room = true;
    while (room && batch.size() < count && size < bytes && found.hasNext()) {
      Found next = found.next();
      size += next.bytes();
      batch.add(next.document());
      long footprint = Footprint.of(next.document());
      room = Kept.tryAdd(footprint);
      counted += room ? footprint : 0;
    }
    Kept.add(-counted);
    ahead = found.hasNext() ? found.next() : null;
    return projected(batch);
  }

  @Override
  public boolean isFinished() {
    return ahead == null;
  }

  private List<Document> projected(List<Document> documents) {
    Document projection = query.projection();
    return projection == null || projection.isEmpty()
        ? documents
        : source.project(documents, projection);
  }

  /// What is left: first the document that was read to know whether there are more.
  private Iterator<Found> open() {
    Iterator<Found> rest = plan.sorted() ? scanned() : sorted();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (toSkip > 0 && rest.hasNext()) {
          rest.next();
          toSkip--;
        }
        return ahead != null || (left > 0 && rest.hasNext());
      }

      @Override
      public Found next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Found next = ahead;
        ahead = null;
        if (next == null) {
          next = rest.next();
          left--;
        }
        return next;
      }
    };
  }

  private Iterator<Found> scanned() {
    Snapshot snapshot = source.snapshot(plan.index());
    if (matching.isOutdated()) {
      throw new MongoServerError(
          PLAN_KILLED, "QueryPlanKilled", "the index changed while it was read; ask again");
    }
    return matching.of(scan.open(snapshot.index()), snapshot);
  }

  private Iterator<Found> sorted() {
    if (sorted == null) {
      sorted = Sorting.sorted(scanned(), query);
    }
    return sorted;
  }
}
