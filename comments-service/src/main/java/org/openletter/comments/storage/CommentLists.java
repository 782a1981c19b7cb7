package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.springframework.stereotype.Repository;

/// Lists of comments. Each question has its index and its limit; pages go on from an id, never by
/// counting.
@Repository
public class CommentLists {

  private final MongoCollection<Document> collection;

  CommentLists(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  /// The newest that are shown on a letter, newest first.
  public List<Comment> shown(String letterId, int most) {
    return list(and(eq("letterId", letterId), eq("shown", true)), descending("_id"), most);
  }

  /// How many are public on a letter, counted up to `most`.
  public int published(String letterId, int most) {
    return count(
        and(
            eq("letterId", letterId),
            eq("shown", true),
            eq("state", CommentState.PUBLISHED.word())),
        most);
  }

  /// Those that are shown at the root of a thread.
  ///
  /// @param after the last id of the page before, null for the first page
  public List<Comment> roots(String letterId, boolean newest, @Nullable String after, int most) {
    Bson roots = and(eq("letterId", letterId), eq("parentId", null), eq("shown", true));
    Bson page = after == null ? roots : and(roots, newest ? lt("_id", after) : gt("_id", after));
    return list(page, newest ? descending("_id") : ascending("_id"), most);
  }

  /// Those that are shown below this one, depth first, oldest first.
  ///
  /// @param afterPath the path of the last one of the page before, null for the first page
  public List<Comment> below(Comment root, @Nullable String afterPath, int most) {
    String path = root.origin().place().path();
    return list(
        and(
            eq("letterId", root.letterId()),
            gt("path", afterPath == null ? path + "." : afterPath),
            lt("path", path + "/"),
            eq("shown", true)),
        ascending("path"),
        most);
  }

  /// These of one letter, in no order; missing ones are missing.
  public List<Comment> of(String letterId, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : list(and(eq("letterId", letterId), in("_id", ids)), ascending("_id"), ids.size());
  }

  /// What this author has waiting on a letter, at most `most`, newest first.
  public List<Comment> waitingOf(String letterId, String authorId, int most) {
    return list(
        and(
            eq("letterId", letterId),
            eq("author.id", authorId),
            eq("state", CommentState.HELD.word())),
        descending("_id"),
        most);
  }

  /// Everything this author wrote and did not take back, newest first.
  public List<Comment> by(String authorId, @Nullable String before, int most) {
    Bson hers =
        and(
            eq("author.id", authorId),
            in(
                "state",
                Stream.of(
                        CommentState.PUBLISHED,
                        CommentState.HELD,
                        CommentState.REJECTED,
                        CommentState.REMOVED)
                    .map(CommentState::word)
                    .toList()));
    return list(before == null ? hers : and(hers, lt("_id", before)), descending("_id"), most);
  }

  /// What waits for a creator, held ones and changes of public ones, oldest first.
  ///
  /// @param letterId only on this letter, or null for all of hers
  public List<Comment> queue(
      String creatorId, @Nullable String letterId, @Nullable String after, int most) {
    List<Comment> both =
        new ArrayList<>(list(queued(held(creatorId), letterId, after), ascending("_id"), most));
    both.addAll(list(queued(changed(creatorId), letterId, after), ascending("_id"), most));
    both.sort(Comparator.comparing(Comment::id));
    return both.size() > most ? both.subList(0, most) : both;
  }

  /// How many wait for a creator, counted up to `most`.
  public int waitingFor(String creatorId, @Nullable String letterId, int most) {
    int held = count(queued(held(creatorId), letterId, null), most);
    return Math.min(most, held + count(queued(changed(creatorId), letterId, null), most));
  }

  private int count(Bson filter, int most) {
    int count = 0;
    for (Document _ : collection.find(filter).projection(Projections.include("_id")).limit(most)) {
      count++;
    }
    return count;
  }

  private static Bson held(String creatorId) {
    return and(eq("creatorId", creatorId), eq("state", CommentState.HELD.word()));
  }

  private static Bson changed(String creatorId) {
    return and(eq("creatorId", creatorId), eq("editWaits", true));
  }

  private static Bson queued(Bson whose, @Nullable String letterId, @Nullable String after) {
    Bson on = letterId == null ? whose : and(whose, eq("letterId", letterId));
    return after == null ? on : and(on, gt("_id", after));
  }

  private List<Comment> list(Bson filter, Bson order, int most) {
    List<Comment> found = new ArrayList<>();
    for (Document stored : collection.find(filter).sort(order).limit(most)) {
      found.add(CommentMapper.read(stored));
    }
    return found;
  }
}
