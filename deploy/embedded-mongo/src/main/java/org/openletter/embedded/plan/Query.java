package org.openletter.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// What is searched for.
///
/// @param sort fields with 1 or -1, or empty for any order
/// @param limit at most so many documents, 0 for all
/// @param projection the fields to answer, or null for whole documents
/// @param hint name or key of the only index to use, or null
public record Query(
    Document filter,
    Document sort,
    int skip,
    int limit,
    @Nullable Document projection,
    @Nullable Object hint) {

  /// Everything that matches, whole and in any order.
  public static Query of(Document filter) {
    return new Query(filter, new Document(), 0, 0, null, null);
  }

  boolean isDescending(String field) {
    return !(sort.get(field) instanceof Number number) || number.doubleValue() < 0;
  }
}
