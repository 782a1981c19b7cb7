package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.springframework.stereotype.Repository;

/// Comments on which something is still to be done, found by a flag and taken with a lease.
@Repository
public class PendingComments {

  private static final Bson SCREENING = eq("screeningPending", true);

  private final MongoCollection<Document> collection;

  PendingComments(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  /// Addresses of the oldest that wait for the screening and that nobody works on.
  public List<CommentAddress> unscreened(Instant now, int most) {
    return addresses(and(SCREENING, free(now)), Sorts.ascending("_id"), most);
  }

  /// Takes one of them until then. Empty when somebody else was faster.
  public Optional<Comment> take(CommentAddress address, Instant now, Instant until) {
    Document taken =
        collection.findOneAndUpdate(
            and(StoredComments.at(address), SCREENING, free(now)),
            Updates.set("screeningLease", Date.from(until)),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return taken == null ? Optional.empty() : Optional.of(CommentMapper.read(taken));
  }

  /// Puts what older versions held as `unchecked`, and never looked at again, among those that wait
  /// for the screening. How many, at most `most` of each kind.
  public int recallUnchecked(int most) {
    return recall("heldFor", most) + recall("change.heldFor", most);
  }

  private int recall(String field, int most) {
    List<String> ids = new ArrayList<>();
    for (Document stored :
        collection
            .find(and(eq(field, StandingMapper.UNCHECKED), ne("screeningPending", true)))
            .sort(Sorts.ascending("_id"))
            .projection(Projections.include("_id"))
            .limit(most)) {
      ids.add(stored.getString("_id"));
    }
    if (!ids.isEmpty()) {
      collection.updateMany(in("_id", ids), Updates.set("screeningPending", true));
    }
    return ids.size();
  }

  /// Gives one back that could not be screened.
  public void giveBack(CommentAddress address) {
    collection.updateOne(StoredComments.at(address), Updates.unset("screeningLease"));
  }

  /// How many wait for the screening, counted up to `most`.
  public int waiting(int most) {
    int count = 0;
    for (Document _ :
        collection.find(SCREENING).projection(Projections.include("_id")).limit(most)) {
      count++;
    }
    return count;
  }

  /// Since when the oldest waits.
  public Optional<Instant> oldest() {
    Document first =
        collection
            .find(SCREENING)
            .sort(Sorts.ascending("_id"))
            .projection(Projections.include("createdAt"))
            .limit(1)
            .first();
    return first == null ? Optional.empty() : Optional.of(first.getDate("createdAt").toInstant());
  }

  /// Addresses of those on which something else is due: an author to be told, words to be blanked.
  public List<CommentAddress> due(Instant now, int most) {
    return addresses(
        and(eq("laterPending", true), lte("laterAt", Date.from(now))),
        Sorts.ascending("laterAt"),
        most);
  }

  private List<CommentAddress> addresses(Bson filter, Bson order, int most) {
    List<CommentAddress> found = new ArrayList<>();
    for (Document stored :
        collection
            .find(filter)
            .sort(order)
            .projection(Projections.include("letterId"))
            .limit(most)) {
      found.add(new CommentAddress(stored.getString("letterId"), stored.getString("_id")));
    }
    return found;
  }

  private static Bson free(Instant now) {
    return or(exists("screeningLease", false), lte("screeningLease", Date.from(now)));
  }
}
