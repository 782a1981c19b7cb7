package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.OnEachDatabase;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.comment.LetterEvent;

@OnEachDatabase
class MongoLettersTest extends LettersContract {

  private static final long SCANS_BEFORE = ServiceTestSettings.database().collectionScans();

  private final MongoDatabase database;
  private final MongoLetters letters;
  private final MongoVersions versions;

  MongoLettersTest(DatabaseServer server) {
    this.database = server.with(new LetterIndexes());
    this.letters = new MongoLetters(database);
    this.versions = new MongoVersions(database, new Markdown());
    DatabaseServer.add(database, versions);
    // So many that a query without an index is counted.
    List<Document> others = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      others.add(
          new Document("_id", "other%07d".formatted(i))
              .append("letterId", "other%07d".formatted(i))
              .append("author", new Document("id", "other").append("handle", "other")));
    }
    database.getCollection("letters").insertMany(others);
    database.getCollection("letter-versions").insertMany(others);
  }

  @AfterAll
  static void scansNothing() {
    assertThat(ServiceTestSettings.database().collectionScans())
        .as("%s", ServiceTestSettings.database().lastCollectionScans())
        .isEqualTo(SCANS_BEFORE);
  }

  @Override
  Letters letters() {
    return letters;
  }

  @Override
  Versions versions() {
    return versions;
  }

  @Test
  void refusesAChangeWhoseEventHasNoRoom() {
    Desk desk = new Desk();
    Letter.Draft draft = desk.imported("Title", "Text", null);
    List<OutboxEvent> full = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      full.add(event(desk));
    }
    letters.add(draft, full);

    assertThatThrownBy(() -> letters.change(draft, List.of(event(desk))))
        .isInstanceOf(NoAnswer.class);
    assertThat(letters.change(draft, List.of())).isTrue();
  }

  @Test
  void rendersAnewWhatAnOlderRendererMade() {
    Desk desk = new Desk();
    Letter.Draft draft = desk.draft("Title", "**Text**");
    Version version = desk.versions.find(draft.id(), draft.latest().versionId()).orElseThrow();
    versions.add(version);
    versions.keep(draft.id(), version.id(), SafeHtml.reread("<b>old</b>"));
    database
        .getCollection("letter-versions")
        .updateOne(Filters.eq("_id", version.id()), Updates.set("renderer", "0"));

    assertThat(versions.html(draft.id(), version.id()).orElseThrow().value())
        .isEqualTo(new Markdown().article("**Text**").value());
  }

  private static OutboxEvent event(Desk desk) {
    return new OutboxEvent(desk.ids.uuid7(), LetterEvent.LETTER, new Document(), Instant.EPOCH);
  }
}
