package org.openletter.embedded.pipeline;

import static de.bwaldvogel.mongo.backend.aggregation.Expression.evaluateDocument;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.AvgAccumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.SumAccumulator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;

/// `$group` as the library does it, with a count of what the groups hold.
final class Grouping {

  private final @Nullable Object id;
  private final Map<String, Supplier<Accumulator>> accumulators;
  private final TreeMap<@Nullable Object, Group> groups = new TreeMap<>(ValueComparator.asc());

  Grouping(Document specification) {
    this.id = specification.get("_id");
    this.accumulators = Accumulator.parse(specification);
  }

  /// The groups in the order of their keys. Each is held no more once it was handed over.
  Stream<Document> apply(Stream<Document> documents) {
    documents.forEach(this::add);
    return Stream.generate(this::takeFirst).limit(groups.size());
  }

  private void add(Document document) {
    Object found = evaluateDocument(id, document);
    Object key = found instanceof Missing ? null : found;
    Group group = groups.get(key);
    if (group == null) {
      group = new Group(key, accumulators.values().stream().map(Supplier::get).toList());
      groups.put(key, group);
    }
    group.add(document);
  }

  private Document takeFirst() {
    return Objects.requireNonNull(groups.pollFirstEntry(), "a group that is left")
        .getValue()
        .handOver();
  }

  private static final class Group {

    private static final int ITSELF = 160;
    private static final int ACCUMULATOR = 80;

    /// Small enough that many groups are not taken for much more than they are.
    private static final int MEASURE_AFTER = 256;

    private final @Nullable Object key;
    private final List<Accumulator> accumulators;
    private final long fixed;
    private long measured;
    private long added;

    private Group(@Nullable Object key, List<Accumulator> accumulators) {
      this.key = key;
      this.accumulators = new ArrayList<>(accumulators);
      this.fixed = ITSELF + Footprint.of(key) + (long) ACCUMULATOR * accumulators.size();
      Kept.add(fixed);
    }

    private void add(Document document) {
      for (Accumulator accumulator : accumulators) {
        Object value = evaluateDocument(accumulator.getExpression(), document);
        accumulator.aggregate(value);
        if (!(accumulator instanceof SumAccumulator || accumulator instanceof AvgAccumulator)) {
          long bytes = Footprint.of(value);
          Kept.add(bytes);
          added += bytes;
        }
      }
      if (added > Math.max(MEASURE_AFTER, measured)) {
        measure();
      }
    }

    /// Most values may be held no more: the greatest replaces the others.
    private void measure() {
      long now = 0;
      for (Accumulator accumulator : accumulators) {
        now += Footprint.of(accumulator.getResult());
      }
      Kept.add(now - measured - added);
      measured = now;
      added = 0;
    }

    private Document handOver() {
      Kept.add(-(fixed + measured + added));
      Document result = new Document("_id", key);
      for (Accumulator accumulator : accumulators) {
        result.put(accumulator.getField(), accumulator.getResult());
      }
      return result;
    }
  }
}
