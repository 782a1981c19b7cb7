package org.openletter.posts.publication;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.posts.letter.LetterId;
import org.springframework.stereotype.Component;

/// Places in the collection `daily-publications`, one document for each account and kind: taking
/// one is a single write that matches only while the list is short enough. Shard key: `_id`.
@Component
class MongoDailyPublications implements DailyPublications, DeclaredIndexes {

  private static final Duration DAY = Duration.ofDays(1);

  private final MongoCollection<Document> days;
  private final Clock clock;

  MongoDailyPublications(MongoDatabase database, Clock clock) {
    this.days = database.getCollection(collection());
    this.clock = clock;
  }

  @Override
  public String collection() {
    return "daily-publications";
  }

  /// Everything is found by `_id`.
  @Override
  public List<IndexModel> indexes() {
    return List.of();
  }

  @Override
  public Optional<Duration> take(String accountId, String kind, LetterId letter, int places) {
    Bson day = day(accountId, kind);
    Instant now = clock.instant();
    addIfAbsent(accountId, kind);
    days.updateOne(day, Updates.pull("taken", until(now.minus(DAY))));
    Bson room = exists("taken." + (places - 1), false);
    Document place = new Document("letter", letter.value()).append("at", Date.from(now));
    boolean taken =
        days.updateOne(
                    and(day, room, ne("taken.letter", letter.value())),
                    Updates.push("taken", place))
                .getMatchedCount()
            == 1;
    return taken ? Optional.empty() : waiting(day, letter, now);
  }

  @Override
  public void giveBack(String accountId, String kind, LetterId letter) {
    days.updateOne(
        day(accountId, kind), Updates.pull("taken", new Document("letter", letter.value())));
  }

  private Optional<Duration> waiting(Bson day, LetterId letter, Instant now) {
    Document stored = days.find(day).first();
    List<Document> taken = stored == null ? List.of() : stored.getList("taken", Document.class);
    if (taken.stream().anyMatch(place -> letter.value().equals(place.getString("letter")))) {
      return Optional.empty();
    }
    return Optional.of(
        taken.stream()
            .map(place -> place.getDate("at").toInstant())
            .min(Comparator.naturalOrder())
            .map(first -> Duration.between(now, first.plus(DAY)))
            .orElse(DAY));
  }

  private void addIfAbsent(String accountId, String kind) {
    if (days.find(day(accountId, kind)).first() != null) {
      return;
    }
    try {
      days.insertOne(new Document("_id", id(accountId, kind)).append("taken", List.of()));
    } catch (MongoWriteException there) {
      if (there.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw there;
      }
    }
  }

  private static Document until(Instant latest) {
    return new Document("at", new Document("$lte", Date.from(latest)));
  }

  private static Bson day(String accountId, String kind) {
    return eq("_id", id(accountId, kind));
  }

  private static String id(String accountId, String kind) {
    return accountId + ":" + kind;
  }
}
