package org.openletter.embedded.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Counts the queries that no index bounded, on collections large enough for it to matter.
public final class ScanWatch {

  /// Below this a scan is as good as an index.
  private static final int SMALL_COLLECTION = 100;

  private static final int KEPT = 20;

  private final Deque<String> last = new ArrayDeque<>();
  private long scans;

  /// How many there were since the start.
  public synchronized long scans() {
    return scans;
  }

  /// The newest of them, at most 20, oldest first: namespace and filter without values.
  public synchronized List<String> last() {
    return List.copyOf(last);
  }

  /// Counts the query if nothing bounds it and the collection, with so many documents, is not
  /// small.
  public void note(String namespace, Plan plan, Query query, long documents) {
    boolean firstFew = query.filter().isEmpty() && query.limit() > 0 && plan.sorted();
    if (plan.bounded() || firstFew || documents <= SMALL_COLLECTION || isSystem(namespace)) {
      return;
    }
    synchronized (this) {
      scans++;
      if (last.size() == KEPT) {
        last.removeFirst();
      }
      last.addLast(
          namespace
              + " "
              + FilterShape.of(query.filter())
              + (query.sort().isEmpty() ? "" : " sort " + query.sort()));
    }
  }

  private static boolean isSystem(String namespace) {
    return namespace.contains(".system.");
  }
}
