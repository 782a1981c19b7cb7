package org.openletter.posts.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.text.Lookalike;
import org.springframework.stereotype.Component;

/// What names look like stands in the letter itself, written with its state: a letter that is not
/// public has none.
@Component
class MongoPublicNames implements PublicNames, DeclaredIndexes {

  static final String FIELD = "nameKeys";

  private static final String TO = "to ";

  private static final String BY = "by ";

  private static final String INDEX = "public-names";

  private final MongoCollection<Document> letters;

  MongoPublicNames(MongoDatabase database) {
    this.letters = database.getCollection(collection());
  }

  @Override
  public final String collection() {
    return "letters";
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(FIELD),
            new IndexOptions()
                .name(INDEX)
                .partialFilterExpression(eq("state", LetterDocuments.PUBLISHED))));
  }

  /// The keys of a public letter, one for each name that it has.
  static List<String> keys(Letter.Publication publication) {
    List<String> keys = new ArrayList<>();
    add(keys, TO, publication.addressee());
    add(keys, BY, publication.byline());
    return keys;
  }

  private static void add(List<String> keys, String kind, String name) {
    String key = Lookalike.wide(name);
    if (!key.isEmpty()) {
      keys.add(kind + key);
    }
  }

  @Override
  public Set<String> addressees(Set<String> keys) {
    Set<String> found = new HashSet<>(keys);
    found.removeIf(key -> none(named(TO + key)));
    return found;
  }

  @Override
  public Set<String> bylines(Set<String> keys, String exceptAccount) {
    Set<String> found = new HashSet<>(keys);
    found.removeIf(key -> none(and(named(BY + key), ne("author.id", exceptAccount))));
    return found;
  }

  private static Bson named(String key) {
    return and(eq("state", LetterDocuments.PUBLISHED), eq(FIELD, key));
  }

  private boolean none(Bson letter) {
    return letters
            .find(letter)
            .hintString(INDEX)
            .projection(Projections.include("_id"))
            .limit(1)
            .first()
        == null;
  }
}
