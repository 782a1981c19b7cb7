package org.openletter.moderation.repeat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.moderation.repeat.Fingerprint.Bytes;
import org.openletter.platform.mongo.DeclaredIndexes;

/// Remembers texts in the collection `fingerprints`, which all instances of the service share.
public final class MongoRepeats implements Repeats {

  private static final String COLLECTION = "fingerprints";

  /// More than this many alike texts say nothing more.
  private static final int MOST = 64;

  private final MongoCollection<Document> fingerprints;
  private final Duration remembered;
  private final Clock clock;

  /// Remembers for this long.
  public MongoRepeats(MongoDatabase database, Duration remembered, Clock clock) {
    this.fingerprints = database.getCollection(COLLECTION);
    this.remembered = remembered;
    this.clock = clock;
  }

  /// The indexes of the collection: by band, and the one that removes what is too old. That one is
  /// on a field that no query asks for, so that no database is tempted to look through all days.
  public static DeclaredIndexes indexes() {
    return DeclaredIndexes.of(
        COLLECTION,
        new IndexModel(Indexes.ascending("bands", "at"), new IndexOptions().name("by-band")),
        new IndexModel(
            Indexes.ascending("forgetAt"),
            new IndexOptions().name("forget").expireAfter(0L, TimeUnit.SECONDS)));
  }

  @Override
  public List<Fingerprint> alike(Fingerprint text, boolean imported) {
    // The database removes old ones when it has time; what counts is decided here.
    Instant since = clock.instant().minus(remembered);
    Bson filter =
        Filters.and(Filters.in("bands", text.bands()), Filters.gte("at", Date.from(since)));
    List<Fingerprint> alike = new ArrayList<>();
    for (Document found : fingerprints.find(filter).limit(MOST)) {
      boolean itself = text.id().equals(found.getString("_id"));
      if (!itself && !(imported && found.getBoolean("imported", false))) {
        alike.add(read(found));
      }
    }
    return alike;
  }

  @Override
  public void remember(Fingerprint text, boolean imported) {
    Instant now = clock.instant();
    Document document =
        new Document("_id", text.id())
            .append("letterId", text.letterId())
            .append("writer", text.writer())
            .append("length", text.length())
            .append("exact", text.exact())
            .append("signature", text.signature().hex())
            .append("bands", text.bands())
            .append("imported", imported)
            .append("at", Date.from(now))
            .append("forgetAt", Date.from(now.plus(remembered)));
    fingerprints.replaceOne(
        Filters.eq("_id", text.id()), document, new ReplaceOptions().upsert(true));
  }

  private static Fingerprint read(Document found) {
    return new Fingerprint(
        found.getString("_id"),
        found.getString("letterId"),
        found.getString("writer"),
        found.getInteger("length"),
        found.getString("exact"),
        new Bytes(found.getString("signature")),
        found.getList("bands", String.class));
  }
}
