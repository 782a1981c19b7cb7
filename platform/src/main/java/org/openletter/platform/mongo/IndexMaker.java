package org.openletter.platform.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/// Makes all declared indexes before the service is ready.
public class IndexMaker implements InitializingBean {

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
        database.getCollection(of.collection()).createIndexes(of.indexes());
      }
    }
  }
}
