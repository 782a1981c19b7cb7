package org.openletter.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/// Makes all declared indexes before the service is ready.
public class IndexMaker implements InitializingBean {

  private static final int TRIES = 20;

  private final MongoDatabase database;
  private final List<DeclaredIndexes> declared;

  /// Makes these indexes in this database.
  public IndexMaker(MongoDatabase database, List<DeclaredIndexes> declared) {
    this.database = database;
    this.declared = declared;
  }

  @Override
  public void afterPropertiesSet() {
    for (DeclaredIndexes of : declared) {
      for (IndexModel index : of.indexes()) {
        if (index.getOptions().getName() == null || index.getOptions().getCollation() != null) {
          throw new IllegalStateException(
              "Every index of "
                  + of.collection()
                  + " needs a name and must do without a collation.");
        }
      }
      if (!of.indexes().isEmpty()) {
        make(of);
      }
    }
  }

  // Services and their database start side by side, on a busy machine: the first try may be early.
  // Each try waits as long as the driver does.
  private void make(DeclaredIndexes of) {
    for (int tried = 1; ; tried++) {
      try {
        database.getCollection(of.collection()).createIndexes(of.indexes());
        return;
      } catch (MongoException failed) {
        if (tried == TRIES || !DatabaseAway.says(failed)) {
          throw failed;
        }
      }
    }
  }
}
