package org.openletter.posts.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.text.Lookalike;
import org.springframework.stereotype.Component;

/// What names look like stands in the letter itself, written with its state: a letter that is not
/// public has none.
@Component
class MongoPublicNames implements PublicNames, DeclaredIndexes {

  private static final String FIELD = "nameKeys";

  /// How the keys of a letter were made; a public letter without it was published before this way
  /// was known.
  private static final String MADE = "nameKeysMade";

  // Raised when other keys are to be made of the same names; `FillNameKeys` makes those of all
  // letters anew then.
  private static final int WAY = 1;

  private static final String TO = "to ";

  private static final String BY = "by ";

  private static final String INDEX = "public-names";

  private static final String MADE_INDEX = "public-names-made";

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
                .partialFilterExpression(eq("state", LetterDocuments.PUBLISHED))),
        new IndexModel(
            Indexes.ascending(MADE),
            new IndexOptions()
                .name(MADE_INDEX)
                .partialFilterExpression(eq("state", LetterDocuments.PUBLISHED))));
  }

  /// What is stored of a letter's names; null means that the field is taken away.
  static Document fields(Letter letter) {
    return letter instanceof Letter.Published published
        ? new Document(FIELD, keys(published.publication())).append(MADE, WAY)
        : new Document(FIELD, null).append(MADE, null);
  }

  private static List<String> keys(Letter.Publication publication) {
    List<String> keys = new ArrayList<>();
    Lookalike.keys(publication.addressee()).forEach(key -> keys.add(TO + key));
    Lookalike.keys(publication.byline()).forEach(key -> keys.add(BY + key));
    return keys;
  }

  /// Public letters that have no keys, or have some that were made in an earlier way.
  ///
  /// @param but letters that are left out
  List<Document> withoutKeys(int most, Set<String> but) {
    return letters
        .find(and(eq("state", LetterDocuments.PUBLISHED), in(MADE, earlier()), nin("_id", but)))
        .hintString(MADE_INDEX)
        .limit(most)
        .into(new ArrayList<>());
  }

  /// Makes the keys of one of them, in one write.
  void fill(Document stored) {
    // Somebody who changes the letter meanwhile makes its keys himself.
    Bson unchanged =
        and(eq("_id", stored.getString("_id")), eq("revision", stored.getLong("revision")));
    List<Bson> updates = new ArrayList<>();
    fields(LetterDocuments.read(stored))
        .forEach((field, value) -> updates.add(Updates.set(field, value)));
    letters.updateOne(unchanged, Updates.combine(updates));
  }

  private static List<@Nullable Integer> earlier() {
    List<@Nullable Integer> ways = new ArrayList<>();
    // Not there at all.
    ways.add(null);
    IntStream.range(1, WAY).forEach(ways::add);
    return ways;
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
