package org.openletter.posts.importing;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The indexes of the three collections of imports. The database sweeps up what is over; queries do
/// not rely on it.
@Configuration
class ImportIndexes {

  @Bean
  DeclaredIndexes indexesOfImports() {
    return DeclaredIndexes.of("imports", named("unfinished", Indexes.ascending("due")), sweep());
  }

  @Bean
  DeclaredIndexes indexesOfImportLetters() {
    return DeclaredIndexes.of(
        "import-letters",
        named("of-import", Indexes.ascending("importId", "number")),
        named("by-source", Indexes.ascending("importId", "source")),
        sweep());
  }

  @Bean
  DeclaredIndexes indexesOfImportComments() {
    return DeclaredIndexes.of(
        "import-comments", named("of-import", Indexes.ascending("importId", "_id")), sweep());
  }

  private static IndexModel named(String name, Bson fields) {
    return new IndexModel(fields, new IndexOptions().name(name));
  }

  private static IndexModel sweep() {
    return new IndexModel(
        Indexes.ascending("expiresAt"),
        new IndexOptions().name("over").expireAfter(0L, TimeUnit.SECONDS));
  }
}
