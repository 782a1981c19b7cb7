package org.openletter.posts.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;
import org.springframework.stereotype.Component;

/// Versions in the collection `letter-versions`. Shard key: `letterId`, `_id`.
@Component
class MongoVersions implements Versions, DeclaredIndexes {

  private static final int MOST_LISTED = 200;

  private final MongoCollection<Document> versions;
  private final Markdown markdown;

  MongoVersions(MongoDatabase database, Markdown markdown) {
    this.versions = database.getCollection(collection());
    this.markdown = markdown;
  }

  @Override
  public String collection() {
    return "letter-versions";
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("letterId"), Indexes.descending("_id")),
            new IndexOptions().name("of-letter")));
  }

  @Override
  public void add(Version version) {
    try {
      versions.insertOne(write(version));
    } catch (MongoWriteException taken) {
      if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw taken;
      }
    }
  }

  @Override
  public Optional<Version> find(LetterId letterId, String id) {
    return Optional.ofNullable(versions.find(key(letterId, id)).first()).map(MongoVersions::read);
  }

  @Override
  public void keep(LetterId letterId, String id, SafeHtml html) {
    versions.updateOne(
        key(letterId, id),
        Updates.combine(
            Updates.set("kept", true),
            Updates.set("html", html.value()),
            Updates.set("renderer", Markdown.VERSION)));
  }

  // What an older renderer stored is made anew, so that a mended rule holds from the restart on.
  @Override
  public Optional<SafeHtml> html(LetterId letterId, String id) {
    return Optional.ofNullable(versions.find(key(letterId, id)).first())
        .map(stored ->
            stored.getString("html") != null
                    && Markdown.VERSION.equals(stored.getString("renderer"))
                ? SafeHtml.reread(stored.getString("html"))
                : markdown.article(stored.getString("body")));
  }

  @Override
  public List<Version> of(LetterId letterId) {
    return versions
        .find(eq("letterId", letterId.value()))
        .sort(Sorts.descending("_id"))
        .projection(Projections.exclude("body", "html"))
        .limit(MOST_LISTED)
        .map(MongoVersions::read)
        .into(new ArrayList<>());
  }

  @Override
  public void forget(LetterId letterId, String id) {
    versions.deleteOne(key(letterId, id));
  }

  @Override
  public void forgetAll(LetterId letterId) {
    versions.deleteMany(eq("letterId", letterId.value()));
  }

  private static Bson key(LetterId letterId, String id) {
    return and(eq("letterId", letterId.value()), eq("_id", id));
  }

  private static Document write(Version version) {
    LetterText text = version.text();
    return new Document("_id", version.id())
        .append("letterId", version.letterId().value())
        .append("number", version.number())
        .append("previous", version.previous())
        .append("title", text.title())
        .append("addressee", text.addressee())
        .append("byline", text.byline())
        .append("disclaimer", text.disclaimer())
        .append("topics", text.topics())
        .append("body", text.body())
        .append("language", text.language())
        .append("at", Date.from(version.at()))
        .append("sitting", Date.from(version.sitting()))
        .append("kept", version.kept());
  }

  private static Version read(Document stored) {
    return new Version(
        stored.getString("_id"),
        new LetterId(stored.getString("letterId")),
        stored.getInteger("number"),
        stored.getString("previous"),
        new LetterText(
            stored.getString("title"),
            stored.getString("addressee"),
            stored.getString("byline"),
            stored.getString("disclaimer"),
            stored.getList("topics", String.class),
            stored.get("body", ""),
            stored.get("language", "")),
        stored.getDate("at").toInstant(),
        stored.getDate("sitting").toInstant(),
        stored.getBoolean("kept"));
  }
}
