package org.openletter.platform.mongo;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/// The indexes of one collection, declared as a bean and made at start-up. Each has a name. The
/// service does not start when one cannot be made.
public interface DeclaredIndexes {

  /// The collection they belong to.
  String collection();

  /// All its indexes but the one on `_id`.
  List<IndexModel> indexes();

  /// Declares indexes in one line.
  static DeclaredIndexes of(String collection, IndexModel... indexes) {
    List<IndexModel> all = List.of(indexes);
    return new DeclaredIndexes() {
      @Override
      public String collection() {
        return collection;
      }

      @Override
      public List<IndexModel> indexes() {
        return all;
      }
    };
  }
}
