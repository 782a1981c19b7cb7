package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.Scannable;

/// A collection as a query sees it.
public interface Source {

  /// Database and name with a dot between.
  String namespace();

  /// The index on the ids.
  PrimaryIndex primary();

  /// All other indexes.
  List<? extends Scannable> secondary();

  /// The present state.
  Snapshot snapshot(Scannable index);

  /// The documents with only the fields asked for.
  List<Document> project(List<Document> documents, Document projection);
}
