package org.openletter.embedded.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// What a client declared about an index.
///
/// @param partial only documents with these values are indexed; null for all
/// @param expireAfter documents are removed this long after the time in the field; null for never
public record IndexDefinition(
    String name,
    List<IndexField> fields,
    boolean unique,
    boolean sparse,
    @Nullable Document partial,
    @Nullable Duration expireAfter) {

  private static final int CANNOT_CREATE_INDEX = 67;

  /// Options that change nothing here: they tune a server that this is not.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("v", "ns", "background", "hidden", "comment");

  private static final Set<String> UNDERSTOOD =
      Set.of("name", "key", "unique", "sparse", "partialFilterExpression", "expireAfterSeconds");

  /// Reads a description of `createIndexes`, and refuses what would otherwise be ignored.
  public static IndexDefinition of(Document description) {
    for (String option : description.keySet()) {
      if (!UNDERSTOOD.contains(option) && !WITHOUT_EFFECT.contains(option)) {
        throw new NotAvailable("the index option '" + option + "'");
      }
    }
    if (!(description.get("name") instanceof String name)
        || !(description.get("key") instanceof Document key)
        || key.isEmpty()) {
      throw cannotCreate("an index needs a name and at least one field");
    }
    List<IndexField> fields = new ArrayList<>();
    key.forEach((field, direction) -> fields.add(field(field, direction)));
    IndexDefinition definition =
        new IndexDefinition(
            name,
            List.copyOf(fields),
            Utils.isTrue(description.get("unique")),
            Utils.isTrue(description.get("sparse")),
            equalitiesOnly((Document) description.get("partialFilterExpression")),
            duration(description.get("expireAfterSeconds")));
    if (definition.expireAfter() != null && fields.size() > 1) {
      throw cannotCreate("a time-to-live index has exactly one field");
    }
    return definition;
  }

  private static IndexField field(String name, @Nullable Object direction) {
    if (!(direction instanceof Number number)) {
      throw new NotAvailable("an index of the kind '" + direction + "'");
    }
    for (String step : name.split("\\.", -1)) {
      if (step.isEmpty() || step.contains("$") || step.matches("\\d+")) {
        throw new NotAvailable("an index on '" + name + "'");
      }
    }
    return new IndexField(name, number.doubleValue() < 0);
  }

  private static @Nullable Document equalitiesOnly(@Nullable Document partial) {
    if (partial == null) {
      return null;
    }
    for (Map.Entry<String, Object> condition : partial.entrySet()) {
      Object value = condition.getValue();
      if (condition.getKey().startsWith("$") || value == null || value instanceof Map) {
        throw new NotAvailable("a partial index with other conditions than {field: value}");
      }
    }
    return partial.cloneDeeply();
  }

  private static @Nullable Duration duration(@Nullable Object seconds) {
    return switch (seconds) {
      case null -> null;
      case Number number when number.longValue() >= 0 -> Duration.ofSeconds(number.longValue());
      default -> throw cannotCreate("expireAfterSeconds is a number from 0");
    };
  }

  private static MongoServerError cannotCreate(String sentence) {
    return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", sentence);
  }

  /// Whether the two differ in nothing but the name.
  public boolean sameButForName(IndexDefinition other) {
    return fields.equals(other.fields)
        && unique == other.unique
        && sparse == other.sparse
        && Objects.equals(partial, other.partial);
  }

  boolean[] directions() {
    boolean[] descending = new boolean[fields.size()];
    for (int i = 0; i < descending.length; i++) {
      descending[i] = fields.get(i).descending();
    }
    return descending;
  }
}
