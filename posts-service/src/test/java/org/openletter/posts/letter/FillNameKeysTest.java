package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.text.Lookalike;

class FillNameKeysTest {

  private static final Set<String> ADDRESSEE = Lookalike.keys("Northgate Clinic");

  private final EmbeddedMongo server = EmbeddedMongo.inMemory();
  private final MongoClient client = MongoClients.create(server.uri());
  private final MongoCollection<Document> letters =
      client.getDatabase("posts").getCollection("letters");
  private final MongoPublicNames names = new MongoPublicNames(client.getDatabase("posts"));
  private final MongoLetters stored = new MongoLetters(client.getDatabase("posts"));
  private final FillNameKeys fill = new FillNameKeys(names);
  private final Desk desk = new Desk();

  @BeforeEach
  void thereAreLettersOfBefore() {
    letters.createIndexes(new LetterIndexes().indexes());
    letters.createIndexes(names.indexes());
    for (int i = 0; i < 250; i++) {
      letters.insertOne(LetterDocuments.write(desk.draft("Draft " + i, "Body")));
    }
    for (int i = 0; i < 120; i++) {
      Document published = LetterDocuments.write(desk.published("Title " + i, "Body"));
      published.remove("nameKeysMade");
      published.remove("nameKeys");
      letters.insertOne(published);
    }
  }

  @AfterEach
  void stop() {
    assertThat(server.collectionScans()).as("%s", server.lastCollectionScans()).isZero();
    client.close();
    server.close();
  }

  @Test
  void goesOnWhereItWasStopped() {
    assertThat(names.addressees(ADDRESSEE)).isEmpty();

    assertThat(fill.some()).isEqualTo(50);
    // Another process, after a kill.
    FillNameKeys again = new FillNameKeys(new MongoPublicNames(client.getDatabase("posts")));
    Set<Integer> rest = new HashSet<>();
    for (int found = again.some(); found > 0; found = again.some()) {
      rest.add(found);
    }

    assertThat(rest).containsExactlyInAnyOrder(50, 20);
    assertThat(names.addressees(ADDRESSEE)).isEqualTo(ADDRESSEE);
    assertThat(letters.find(Filters.eq("state", "published")).into(new ArrayList<>()))
        .allSatisfy(letter -> assertThat(letter.getList("nameKeys", String.class)).isNotEmpty());
    assertThat(letters.find(Filters.eq("state", "draft")).into(new ArrayList<>()))
        .noneMatch(letter -> letter.containsKey("nameKeys"));
  }

  @Test
  void leavesALetterThatIsChangedMeanwhileToWhoeverChangesIt() {
    Document first =
        Objects.requireNonNull(letters.find(Filters.eq("state", "published")).limit(1).first());
    Letter.Published published = (Letter.Published) LetterDocuments.read(first);

    assertThat(stored.change(published.withdraw(desk.clock.instant()), List.of())).isTrue();
    while (fill.some() > 0) {
      // Until all have them.
    }

    assertThat(letters.find(Filters.eq("_id", published.id().value())).limit(1).first())
        .doesNotContainKeys("nameKeys", "nameKeysMade");
  }

  @Test
  void leavesOutLettersThatCannotBeReadAndGoesOn() {
    List<String> ids = new ArrayList<>();
    for (Document letter :
        letters.find(Filters.eq("state", "published")).hintString("public-names-made").limit(60)) {
      ids.add(letter.getString("_id"));
    }
    letters.updateMany(Filters.in("_id", ids), Updates.set("publication", "not one"));

    fill.start();
    await().until(() -> without() == 60);
    fill.stop();

    assertThat(names.addressees(ADDRESSEE)).isEqualTo(ADDRESSEE);
  }

  // Public letters without keys.
  private int without() {
    return letters
        .find(Filters.and(Filters.eq("state", "published"), Filters.eq("nameKeysMade", null)))
        .hintString("public-names-made")
        .into(new ArrayList<>())
        .size();
  }

  @Test
  void isDoneOnceWithTheServiceAndTouchesNothingAfterwards() {
    fill.start();
    await().until(() -> without() == 0);
    fill.stop();

    letters.updateMany(Filters.eq("state", "published"), Updates.set("nameKeys", List.of("mine")));
    assertThat(fill.some()).as("nothing is left to do").isZero();
    assertThat(names.addressees(ADDRESSEE)).isEmpty();
  }
}
