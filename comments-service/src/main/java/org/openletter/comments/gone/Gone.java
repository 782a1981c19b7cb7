package org.openletter.comments.gone;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.openletter.comments.thread.Threads;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/// When something of a letter was last taken out of public view: a response, or the letter itself.
/// Gateways ask every other second, so that no page they kept brings it back while this service is
/// down.
@Repository
public class Gone {

  private static final String INDEX = "gone";

  private final MongoCollection<Document> collection;

  Gone(MongoDatabase database) {
    this.collection = database.getCollection(Threads.COLLECTION);
  }

  /// Letters of which something went, oldest first.
  ///
  /// @param until everything up to here is among them
  record Letters(List<String> letters, Instant until) {}

  /// Something of this letter is gone. Doing it twice changes nothing.
  public void mark(String letterId, Instant now) {
    collection.updateOne(Filters.eq("_id", letterId), Updates.max(Threads.GONE_AT, Date.from(now)));
  }

  /// At most `most` letters of which something went after this moment.
  Letters since(Instant after, Instant now, int most) {
    List<String> letters = new ArrayList<>();
    Instant until = now;
    for (Document found :
        collection
            .find(Filters.gt(Threads.GONE_AT, Date.from(after)))
            .hintString(INDEX)
            .sort(Sorts.ascending(Threads.GONE_AT))
            .projection(Projections.include(Threads.GONE_AT))
            .limit(most)) {
      letters.add(found.getString("_id"));
      until = found.getDate(Threads.GONE_AT).toInstant();
    }
    return new Letters(letters, letters.size() == most ? until : now);
  }

  @Configuration(proxyBeanMethods = false)
  static class Declared {

    @Bean
    DeclaredIndexes goneIndexes() {
      return DeclaredIndexes.of(
          Threads.COLLECTION,
          // Across letters: a letter of which nothing went is in none of its entries.
          new IndexModel(
              Indexes.ascending(Threads.GONE_AT), new IndexOptions().name(INDEX).sparse(true)));
    }
  }
}
