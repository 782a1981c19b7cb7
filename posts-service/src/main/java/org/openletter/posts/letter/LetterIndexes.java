package org.openletter.posts.letter;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/// The indexes of letters, each for one kind of question.
@Component
class LetterIndexes implements DeclaredIndexes {

  @Override
  public String collection() {
    return MongoLetters.COLLECTION;
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        index(
            "published", Indexes.ascending("state"), descending(MongoLetters.PUBLISHED_AT, "_id")),
        index(
            "published-by-handle",
            Indexes.ascending("author.handle", "state"),
            descending(MongoLetters.PUBLISHED_AT, "_id")),
        index("of-owner", Indexes.ascending("author.id"), descending(MongoLetters.SAVED_AT, "_id")),
        index("drafts-of-owner", Indexes.ascending("author.id", "state")),
        Outbox.index());
  }

  private static IndexModel index(String name, Bson... parts) {
    return new IndexModel(Indexes.compoundIndex(parts), new IndexOptions().name(name));
  }
}
