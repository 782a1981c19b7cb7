package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/// The names of authors inside their comments.
@Repository
public class CommentAuthors {

  private final MongoCollection<Document> collection;

  CommentAuthors(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  /// Renames the author of some comments after this id. The last id that was reached, empty when
  /// there was none left.
  public Optional<String> rename(
      String accountId, String handle, String name, String after, int most) {
    List<String> ids = new ArrayList<>();
    for (Document stored :
        collection
            .find(and(eq("author.id", accountId), gt("_id", after)))
            .sort(Sorts.ascending("_id"))
            .projection(Projections.include("_id"))
            .limit(most)) {
      ids.add(stored.getString("_id"));
    }
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    collection.updateMany(
        and(eq("author.id", accountId), in("_id", ids)),
        Updates.combine(Updates.set("author.handle", handle), Updates.set("author.name", name)));
    return Optional.of(ids.getLast());
  }
}
