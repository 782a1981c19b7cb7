package org.openletter.profiles.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.stereotype.Component;

/// The inboxes in the database. The ids of the events that made a notice stand in the notice, in
/// the same write, so an event that is delivered twice is told once.
@Component
class StoredNotices implements Inboxes, DeclaredIndexes {

  // A notice of a hundred events grows no more and the next one of its group begins: no id is ever
  // forgotten while its notice is there, and a document stays small.
  private static final int MOST_EVENTS = 100;

  private static final Duration KEPT = Duration.ofDays(400);

  private final MongoCollection<Document> notices;
  private final Ids ids;

  StoredNotices(MongoDatabase database, Ids ids) {
    this.notices = database.getCollection(collection());
    this.ids = ids;
  }

  @Override
  public final String collection() {
    return "notices";
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("account"), Indexes.descending("order")),
            new IndexOptions().name("inbox")),
        new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("account"), Indexes.ascending("unread")),
            new IndexOptions().name("unread").partialFilterExpression(eq("unread", true))),
        // One growing notice for each group, and each event once, whoever is faster.
        new IndexModel(
            Indexes.ascending("account", "group"),
            new IndexOptions()
                .name("growing")
                .unique(true)
                .partialFilterExpression(eq("growing", true))),
        new IndexModel(
            Indexes.ascending("account", "events"), new IndexOptions().name("events").unique(true)),
        new IndexModel(
            Indexes.ascending("purgeAt"),
            new IndexOptions().name("old").expireAfter(0L, TimeUnit.SECONDS)));
  }

  @Override
  public void tell(News news) {
    // Twice: the notice that was to grow may be read, or made by somebody else, in between.
    for (int tries = 0; tries < 3; tries++) {
      if (known(news) || news.group() != null && grow(news, news.group()) || add(news)) {
        return;
      }
      if (news.group() != null) {
        close(news, news.group());
      }
    }
    throw new IllegalStateException("a notice was changed by others three times in a row");
  }

  private boolean known(News news) {
    return notices
            .find(and(eq("account", news.accountId()), eq("events", news.eventId())))
            .projection(Projections.include("_id"))
            .limit(1)
            .first()
        != null;
  }

  private boolean grow(News news, String group) {
    Bson growing =
        and(
            eq("account", news.accountId()),
            eq("group", group),
            eq("growing", true),
            ne("events", news.eventId()),
            lt("count", MOST_EVENTS));
    List<Bson> updates = new ArrayList<>();
    content(news).forEach((field, value) -> updates.add(Updates.set(field, value)));
    updates.add(Updates.inc("count", 1));
    updates.add(Updates.push("events", news.eventId()));
    try {
      return notices.updateOne(growing, Updates.combine(updates)).getMatchedCount() == 1;
    } catch (MongoWriteException refused) {
      // Delivered twice at once, and the other one went into a notice that was read in between.
      return ifDuplicate(refused);
    }
  }

  /// Closes a full notice of this group, so that the next one can begin.
  private void close(News news, String group) {
    notices.updateOne(
        and(
            eq("account", news.accountId()),
            eq("group", group),
            eq("growing", true),
            gte("count", MOST_EVENTS)),
        Updates.unset("growing"));
  }

  private boolean add(News news) {
    Document notice =
        new Document("_id", ids.uuid7())
            .append("account", news.accountId())
            .append("events", List.of(news.eventId()))
            .append("count", 1)
            .append("unread", true);
    notice.putAll(content(news));
    if (news.group() != null) {
      notice.append("group", news.group()).append("growing", true);
    }
    try {
      notices.insertOne(notice);
      return true;
    } catch (MongoWriteException refused) {
      return ifDuplicate(refused);
    }
  }

  // False: nothing was written, because somebody else was faster.
  private static boolean ifDuplicate(MongoWriteException refused) {
    if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
      return false;
    }
    throw refused;
  }

  private Document content(News news) {
    return new Document("order", ids.uuid7())
        .append("kind", news.kind())
        .append("parameters", new Document(Map.copyOf(news.parameters())))
        .append("at", Date.from(news.at()))
        .append("purgeAt", Date.from(news.at().plus(KEPT)));
  }

  @Override
  public List<Notice> of(String accountId, @Nullable String before, int limit) {
    Bson hers = eq("account", accountId);
    List<Notice> found = new ArrayList<>();
    notices
        .find(before == null ? hers : and(hers, lt("order", before)))
        .sort(Sorts.descending("order"))
        .limit(limit)
        .map(StoredNotices::read)
        .into(found);
    return found;
  }

  @Override
  public int unread(String accountId) {
    int unread = 0;
    for (Document _ :
        notices
            .find(and(eq("account", accountId), eq("unread", true)))
            .projection(Projections.include("_id"))
            .limit(MOST_COUNTED)) {
      unread++;
    }
    return unread;
  }

  @Override
  public void read(String accountId, @Nullable String id, Instant now) {
    Bson unread = and(eq("account", accountId), eq("unread", true));
    Bson change =
        Updates.combine(
            Updates.unset("unread"),
            Updates.unset("growing"),
            Updates.set("readAt", Date.from(now)));
    if (id == null) {
      notices.updateMany(unread, change);
    } else {
      notices.updateOne(and(eq("_id", id), unread), change);
    }
  }

  private static Notice read(Document stored) {
    Date readAt = stored.getDate("readAt");
    return new Notice(
        stored.getString("_id"),
        stored.getString("order"),
        stored.getString("kind"),
        Worded.parameters(stored),
        stored.getInteger("count"),
        stored.getDate("at").toInstant(),
        readAt == null ? null : readAt.toInstant());
  }
}
