package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.comment.LetterEvent;

class MongoLettersTest extends LettersContract {

  private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
  private static final MongoClient CLIENT = MongoClients.create(SERVER.uri());
  private static final MongoDatabase DATABASE = CLIENT.getDatabase("posts");
  private static final MongoLetters LETTERS = new MongoLetters(DATABASE);
  private static final MongoVersions VERSIONS = new MongoVersions(DATABASE, new Markdown());

  @BeforeAll
  static void makeIndexes() {
    for (DeclaredIndexes declared : List.of(new LetterIndexes(), VERSIONS)) {
      DATABASE.getCollection(declared.collection()).createIndexes(declared.indexes());
    }
    // So many that a query without an index is counted.
    List<Document> others = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      others.add(
          new Document("_id", "other%07d".formatted(i))
              .append("letterId", "other%07d".formatted(i))
              .append("author", new Document("id", "other").append("handle", "other")));
    }
    DATABASE.getCollection("letters").insertMany(others);
    DATABASE.getCollection("letter-versions").insertMany(others);
  }

  @AfterAll
  static void stop() {
    assertThat(SERVER.collectionScans()).as("%s", SERVER.lastCollectionScans()).isZero();
    CLIENT.close();
    SERVER.close();
  }

  @Override
  Letters letters() {
    return LETTERS;
  }

  @Override
  Versions versions() {
    return VERSIONS;
  }

  @Test
  void refusesAChangeWhoseEventHasNoRoom() {
    Desk desk = new Desk();
    Letter.Draft draft = desk.imported("Title", "Text", null);
    List<OutboxEvent> full = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      full.add(event(desk));
    }
    LETTERS.add(draft, full);

    assertThatThrownBy(() -> LETTERS.change(draft, List.of(event(desk))))
        .isInstanceOf(NoAnswer.class);
    assertThat(LETTERS.change(draft, List.of())).isTrue();
  }

  @Test
  void rendersAnewWhatAnOlderRendererMade() {
    Desk desk = new Desk();
    Letter.Draft draft = desk.draft("Title", "**Text**");
    Version version = desk.versions.find(draft.id(), draft.latest().versionId()).orElseThrow();
    VERSIONS.add(version);
    VERSIONS.keep(draft.id(), version.id(), SafeHtml.reread("<b>old</b>"));
    DATABASE
        .getCollection("letter-versions")
        .updateOne(Filters.eq("_id", version.id()), Updates.set("renderer", "0"));

    assertThat(VERSIONS.html(draft.id(), version.id()).orElseThrow().value())
        .isEqualTo(new Markdown().letter("**Text**").value());
  }

  private static OutboxEvent event(Desk desk) {
    return new OutboxEvent(desk.ids.uuid7(), LetterEvent.LETTER, new Document(), Instant.EPOCH);
  }
}
