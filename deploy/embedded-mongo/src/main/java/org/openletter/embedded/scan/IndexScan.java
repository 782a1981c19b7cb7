package org.openletter.embedded.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.h2.mvstore.RootReference;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.plan.KeyRange;
import org.openletter.embedded.plan.Plan;

/// The entries of all ranges of a plan, one range after the other or merged into one order.
final class IndexScan {

  private final Plan plan;
  private final List<RangeScan> ranges = new ArrayList<>();

  IndexScan(Plan plan) {
    this.plan = plan;
    for (KeyRange range : plan.ranges()) {
      ranges.add(new RangeScan(range, plan.index().order(), plan.backwards()));
    }
  }

  /// Goes on behind the last entry that was passed.
  Iterator<RangeScan.Entry> open(RootReference<Key, byte[]> root) {
    return plan.mergeFrom() < 0 ? oneAfterTheOther(root) : merged(root);
  }

  private Iterator<RangeScan.Entry> oneAfterTheOther(RootReference<Key, byte[]> root) {
    Iterator<RangeScan> following = ranges.iterator();
    return new Iterator<>() {
      private Iterator<RangeScan.Entry> current = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && following.hasNext()) {
          current = following.next().open(root);
        }
        return current.hasNext();
      }

      @Override
      public RangeScan.Entry next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  private Iterator<RangeScan.Entry> merged(RootReference<Key, byte[]> root) {
    KeyType order = plan.index().order();
    PriorityQueue<Head> heads =
        new PriorityQueue<>((a, b) -> {
          int forward = order.compareFrom(plan.mergeFrom(), a.entry.key(), b.entry.key());
          return plan.backwards() ? -forward : forward;
        });
    for (RangeScan range : ranges) {
      Iterator<RangeScan.Entry> entries = range.open(root);
      if (entries.hasNext()) {
        heads.add(new Head(entries.next(), entries));
      }
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !heads.isEmpty();
      }

      @Override
      public RangeScan.Entry next() {
        Head head = heads.poll();
        if (head == null) {
          throw new NoSuchElementException();
        }
        if (head.rest.hasNext()) {
          heads.add(new Head(head.rest.next(), head.rest));
        }
        return head.entry;
      }
    };
  }

  private record Head(RangeScan.Entry entry, Iterator<RangeScan.Entry> rest) {}
}
