package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentState;
import org.springframework.stereotype.Repository;

/// What the counter needs of comments: whether they are counted, and their places. It changes
/// nothing that a person decides, so it leaves their versions alone.
@Repository
public class CommentPlaces {

  private static final Bson PENDING = eq("settlePending", true);

  private final MongoCollection<Document> collection;

  CommentPlaces(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  /// A comment that changed since it was last counted.
  ///
  /// @param isPublic whether it is to be counted
  /// @param counted whether it is
  /// @param moved whether a thread has a place for it now and had none, or the other way round
  public record Changed(
      String id,
      String rootId,
      boolean isPublic,
      boolean counted,
      boolean shown,
      boolean moved,
      long version) {}

  /// A place in a branch.
  ///
  /// @param parentId the nearest shown comment above it, as it is stored
  public record Place(
      String id, String path, boolean shown, @Nullable String parentId, long replies) {}

  /// Letters with changes, at most `most`, one look-up each.
  public List<String> changedLetters(int most) {
    List<String> letters = new ArrayList<>();
    String last = "";
    while (letters.size() < most) {
      Document next =
          collection
              .find(and(PENDING, gt("letterId", last)))
              .sort(Sorts.ascending("letterId"))
              .projection(Projections.include("letterId"))
              .limit(1)
              .first();
      if (next == null) {
        return letters;
      }
      last = next.getString("letterId");
      letters.add(last);
    }
    return letters;
  }

  /// Changes of one letter.
  public List<Changed> changes(String letterId, int most) {
    List<Changed> changes = new ArrayList<>();
    for (Document stored :
        collection
            .find(and(PENDING, eq("letterId", letterId)))
            .sort(Sorts.ascending("_id"))
            .projection(
                Projections.include("path", "state", "shown", "counted", "placed", "version"))
            .limit(most)) {
      String path = stored.getString("path");
      boolean shown = stored.getBoolean("shown", false);
      changes.add(
          new Changed(
              stored.getString("_id"),
              path.contains(".") ? path.substring(0, path.indexOf('.')) : path,
              CommentState.PUBLISHED.word().equals(stored.getString("state")),
              stored.getBoolean("counted", false),
              shown,
              shown != stored.getBoolean("placed", false),
              stored.getLong("version")));
    }
    return changes;
  }

  /// Marks a comment as counted or not by this batch. An older batch changes nothing.
  public void counted(CommentAddress address, boolean isIn, long batch) {
    collection.updateOne(
        and(StoredComments.at(address), or(exists("countedBy", false), lt("countedBy", batch))),
        Updates.combine(Updates.set("counted", isIn), Updates.set("countedBy", batch)));
  }

  /// A whole branch with its root, at most `most`, depth first.
  public List<Place> branch(String letterId, String rootId, int most) {
    List<Place> places = new ArrayList<>();
    for (Document stored :
        collection
            .find(and(eq("letterId", letterId), gte("path", rootId), lt("path", rootId + "/")))
            .sort(Sorts.ascending("path"))
            .projection(Projections.include("path", "shown", "parentId", "replies"))
            .limit(most)) {
      places.add(
          new Place(
              stored.getString("_id"),
              stored.getString("path"),
              stored.getBoolean("shown", false),
              stored.getString("parentId"),
              stored.getLong("replies")));
    }
    return places;
  }

  /// Puts a comment under this one, or at the root.
  public void place(CommentAddress address, @Nullable String parentId, long replies) {
    collection.updateOne(
        StoredComments.at(address),
        Updates.combine(Updates.set("parentId", parentId), Updates.set("replies", replies)));
  }

  /// A change is dealt with, unless there was another one meanwhile.
  public void settled(String letterId, Changed change) {
    collection.updateOne(
        and(
            StoredComments.at(new CommentAddress(letterId, change.id())),
            eq("version", change.version())),
        Updates.combine(Updates.unset("settlePending"), Updates.set("placed", change.shown())));
  }
}
