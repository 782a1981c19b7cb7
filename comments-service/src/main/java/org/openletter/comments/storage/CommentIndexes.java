package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/// The indexes of comments, each for one kind of question. All but those that cross letters on
/// purpose begin with the shard key, the letter.
@Component
class CommentIndexes implements DeclaredIndexes {

  static final String COLLECTION = Comments.COLLECTION;

  @Override
  public String collection() {
    return COLLECTION;
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        // The shard key.
        index("letter", ascending("letterId", "_id")),
        // A whole small thread.
        index("letter-shown", compoundIndex(ascending("letterId", "shown"), descending("_id"))),
        // The roots of a large thread, in both orders.
        index("letter-parent", ascending("letterId", "parentId", "shown", "_id")),
        // One branch in the order of reading.
        index("letter-path", ascending("letterId", "path")),
        // The same form sent twice; what somebody wrote on this letter.
        new IndexModel(
            ascending("letterId", "author.id", "key"),
            new IndexOptions().name("letter-author-key").unique(true)),
        // Across letters: somebody's own comments, and those a rename has to reach.
        index("author", compoundIndex(ascending("author.id"), descending("_id"))),
        // Across letters: whether she has a public response on this creator's letters.
        index("author-creator", ascending("author.id", "creatorId", "state")),
        // Across letters: the creator's queue.
        index("creator-queue", ascending("creatorId", "state", "_id")),
        flagged("creator-changes", "editWaits", ascending("creatorId", "editWaits", "_id")),
        flagged("screening-pending", "screeningPending", ascending("screeningPending", "_id")),
        // What older versions held as `unchecked`; both are empty once it was screened again.
        unchecked("unchecked", "heldFor"),
        unchecked("unchecked-changes", "change.heldFor"),
        flagged("settle-pending", "settlePending", ascending("settlePending", "letterId", "_id")),
        flagged("later", "laterPending", ascending("laterPending", "laterAt")),
        Outbox.index());
  }

  private static IndexModel index(String name, Bson keys) {
    return new IndexModel(keys, new IndexOptions().name(name));
  }

  private static IndexModel unchecked(String name, String field) {
    return new IndexModel(
        ascending(field, "_id"),
        new IndexOptions().name(name).partialFilterExpression(eq(field, StandingMapper.UNCHECKED)));
  }

  private static IndexModel flagged(String name, String flag, Bson keys) {
    return new IndexModel(
        keys, new IndexOptions().name(name).partialFilterExpression(eq(flag, true)));
  }
}
