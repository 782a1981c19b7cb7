package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.openletter.embedded.key.Bson;

/// Documents that were computed before the first batch.
public final class ListedRows implements Rows {

  private final List<Document> documents;
  private int next;

  /// Takes the list as it is.
  public ListedRows(List<Document> documents) {
    this.documents = documents;
  }

  @Override
  public List<Document> take(int count, int bytes) {
    List<Document> batch = new ArrayList<>();
    long size = 0;
    while (batch.size() < count && size < bytes && next < documents.size()) {
      Document document = documents.get(next++);
      size += Bson.encode(document).length;
      batch.add(document);
    }
    return batch;
  }

  @Override
  public boolean isFinished() {
    return next == documents.size();
  }
}
