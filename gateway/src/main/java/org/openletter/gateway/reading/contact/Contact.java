package org.openletter.gateway.reading.contact;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/// The words with which an admin says how people reach whoever runs the site. It is one document of
/// the gateway's own, like its sessions: no service needs it.
@Repository
public class Contact {

  /// Code points; an address, a telephone number and hours fit.
  static final int LONGEST = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Contact.class);

  private static final String ID = "contact";

  private final MongoCollection<Document> collection;
  private final Markdown markdown;

  Contact(MongoDatabase database, Markdown markdown) {
    this.collection = database.getCollection("site");
    this.markdown = markdown;
  }

  /// What was said last.
  ///
  /// @param version 0 before anybody has said anything
  record Said(String words, long version) {}

  Said said() {
    Document stored = collection.find(Filters.eq("_id", ID)).limit(1).first();
    return stored == null
        ? new Said("", 0)
        : new Said(stored.getString("words"), stored.getLong("version"));
  }

  /// As it stands on a page; empty when nobody has said anything, and when that is not known, so
  /// that the page that explains everything else is there in an outage too.
  public Optional<SafeHtml> shown() {
    try {
      return Optional.of(said().words()).filter(words -> !words.isBlank()).map(markdown::message);
    } catch (MongoException unknown) {
      LOG.warn("the database does not answer: the contact of the settings is shown");
      return Optional.empty();
    }
  }

  /// Says it anew, if this is still the version that was seen. False when it is not.
  boolean say(String words, long version) {
    if (version == 0) {
      try {
        collection.insertOne(new Document("_id", ID).append("words", words).append("version", 1L));
        return true;
      } catch (MongoWriteException failed) {
        if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
          return false;
        }
        throw failed;
      }
    }
    return collection
            .updateOne(
                Filters.and(Filters.eq("_id", ID), Filters.eq("version", version)),
                Updates.combine(Updates.set("words", words), Updates.inc("version", 1L)))
            .getMatchedCount()
        == 1;
  }
}
