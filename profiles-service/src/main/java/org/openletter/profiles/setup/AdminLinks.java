package org.openletter.profiles.setup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.platform.secret.Sha256;
import org.springframework.stereotype.Component;

/// The link with which an admin signs up. There is one document, so a new link ends the old one; it
/// holds a hash, so the database does not give the link away.
@Component
class AdminLinks {

  private static final String ONLY = "admin-link";

  private final MongoCollection<Document> links;
  private final SetupSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AdminLinks(MongoDatabase database, SetupSettings settings, Clock clock) {
    this.links = database.getCollection("admin-links");
    this.settings = settings;
    this.clock = clock;
  }

  /// The secret part of a new link.
  String make() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    links.replaceOne(
        eq("_id", ONLY),
        new Document("_id", ONLY)
            .append("hash", Sha256.hex(token))
            .append("until", Date.from(clock.instant().plus(settings.validFor()))),
        new ReplaceOptions().upsert(true));
    return token;
  }

  /// Whether the link would work now.
  boolean works(String token) {
    return links.find(open(token)).limit(1).first() != null;
  }

  /// Uses the link up. True for exactly one of all who try.
  boolean use(String token) {
    return links
            .updateOne(open(token), Updates.set("used", Date.from(clock.instant())))
            .getModifiedCount()
        == 1;
  }

  /// Gives a used link back, because nothing came of it.
  void giveBack(String token) {
    links.updateOne(and(eq("_id", ONLY), eq("hash", Sha256.hex(token))), Updates.unset("used"));
  }

  private Bson open(String token) {
    return and(
        eq("_id", ONLY),
        eq("hash", Sha256.hex(token)),
        eq("used", null),
        gt("until", Date.from(clock.instant())));
  }
}
