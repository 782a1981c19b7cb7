package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/// Documents that are handed over in batches.
public interface Rows {

  /// The next documents: at most so many, and no more once they have so many bytes together.
  List<Document> take(int count, int bytes);

  /// Whether [#take] has handed over the last document.
  boolean isFinished();
}
