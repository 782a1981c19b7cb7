package org.openletter.profiles.key;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.secret.Secrets;
import org.springframework.stereotype.Component;

/// The signing keys in the database: the public half as it is published, the private half locked.
@Component
class StoredKeys implements DeclaredIndexes {

  // One a month; rotating by hand a hundred times in two hours is no use case.
  private static final int MOST = 100;

  private final MongoCollection<Document> keys;
  private final KeyBox box;

  StoredKeys(MongoDatabase database, Secrets secrets) {
    this.keys = database.getCollection(collection());
    this.box = new KeyBox("signing keys", secrets.read("signing.key"));
  }

  @Override
  public String collection() {
    return "signing-keys";
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(Indexes.descending("created"), new IndexOptions().name("newest")));
  }

  /// All keys, newest first.
  List<StoredKey> all() {
    List<StoredKey> found = new ArrayList<>();
    keys.find(Filters.gt("created", Date.from(Instant.EPOCH)))
        .sort(Sorts.descending("created"))
        .limit(MOST)
        .map(this::read)
        .into(found);
    return found;
  }

  void add(RSAKey key, Instant created) {
    keys.insertOne(
        new Document("_id", key.getKeyID())
            .append("created", Date.from(created))
            .append("public", key.toPublicJWK().toJSONString())
            .append("private", new Binary(box.lock(key.getKeyID(), key.toJSONString()))));
  }

  void remove(String kid) {
    keys.deleteOne(Filters.eq("_id", kid));
  }

  private StoredKey read(Document stored) {
    String kid = stored.getString("_id");
    Binary locked = stored.get("private", Binary.class);
    return new StoredKey(
        parse(stored.getString("public")),
        box.open(kid, locked.getData()).map(StoredKeys::parse),
        stored.getDate("created").toInstant());
  }

  private static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException damaged) {
      throw new IllegalStateException("a signing key in the database is damaged", damaged);
    }
  }

  /// One key.
  ///
  /// @param signing the whole key; empty when it was locked with another `signing.key`
  record StoredKey(RSAKey published, Optional<RSAKey> signing, Instant created) {}
}
