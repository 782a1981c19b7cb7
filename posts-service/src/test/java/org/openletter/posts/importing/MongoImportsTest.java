package org.openletter.posts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import tools.jackson.databind.json.JsonMapper;

class MongoImportsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final Instant TOMORROW = NOW.plusSeconds(86_400);
  private static final Instant LATER = NOW.plusSeconds(14 * 86_400);

  private static final int LETTERS = 300;
  private static final int BATCHES = 3;

  private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
  private static final Commands COMMANDS = new Commands();
  private static final MongoClient CLIENT =
      MongoClients.create(
          MongoClientSettings.builder()
              .applyConnectionString(new ConnectionString(SERVER.uri()))
              .addCommandListener(COMMANDS)
              .build());
  private static final MongoDatabase DATABASE = CLIENT.getDatabase("posts");
  private static final MongoImports IMPORTS =
      new MongoImports(DATABASE, JsonMapper.builder().build());

  private static int files;

  private final String file = "import%06d".formatted(files++);

  @BeforeAll
  static void makeIndexes() {
    ImportIndexes indexes = new ImportIndexes();
    for (DeclaredIndexes declared :
        List.of(
            indexes.indexesOfImports(),
            indexes.indexesOfImportLetters(),
            indexes.indexesOfImportComments())) {
      DATABASE.getCollection(declared.collection()).createIndexes(declared.indexes());
    }
  }

  @AfterAll
  static void stop() {
    assertThat(SERVER.collectionScans()).as("%s", SERVER.lastCollectionScans()).isZero();
    CLIENT.close();
    SERVER.close();
  }

  @BeforeEach
  void aFileWithManyLettersWasChecked() {
    for (int number = 0; number < LETTERS; number++) {
      IMPORTS.addLetter(file, letter(number), TOMORROW);
      for (int batch = 0; batch < BATCHES; batch++) {
        IMPORTS.addBatch(file, number, batch, List.of(), TOMORROW);
      }
    }
    IMPORTS.add(
        new Import(
            file,
            "rosa00000000",
            "a.xml",
            1_000,
            Import.State.CHECKED,
            NOW,
            TOMORROW,
            true,
            0,
            List.of(),
            List.of(),
            new Import.Totals(LETTERS, 0, 0, 0),
            Import.Choice.none()));
    COMMANDS.forget();
  }

  /// As it was stored until reasons were codes and parameters.
  @Test
  void aClusterFromBeforeKeepsTheLabelsOfItsReasons() {
    Document cluster =
        Document.parse(
            """
            {"name":"Pharmacy links","responses":2,"remark":"","examples":[],
             "reasons":[{"code":"personal-data","label":"telephone number"}]}
            """);
    DATABASE
        .getCollection("imports")
        .updateOne(Filters.eq("_id", file), Updates.set("clusters", List.of(cluster)));

    assertThat(found().clusters().getFirst().reasons())
        .containsExactly(new Screening.Said("personal-data", Map.of("label", "telephone number")));
  }

  /// As it was stored until clusters had codes.
  @Test
  void aClusterFromBeforeKeepsItsWords() {
    Document cluster =
        Document.parse(
            """
            {"name":"Pharmacy links","responses":2,"remark":"same text twice","examples":[],
             "reasons":[]}
            """);
    Document alone =
        Document.parse(
            """
            {"name":"The same text again","responses":1,"remark":"","examples":[],"reasons":[]}
            """);
    DATABASE
        .getCollection("imports")
        .updateOne(Filters.eq("_id", file), Updates.set("clusters", List.of(cluster, alone)));

    assertThat(found().clusters())
        .containsExactly(
            new Import.Cluster(
                new Screening.Said("alike", Map.of("label", "Pharmacy links")),
                2,
                new Screening.Said("alike", Map.of("label", "same text twice")),
                List.of(),
                List.of()),
            new Import.Cluster(
                new Screening.Said("alike", Map.of("label", "The same text again")),
                1,
                null,
                List.of(),
                List.of()));
  }

  @Test
  void aClusterIsReadAsItWasWritten() {
    var pharmacy =
        new Import.Cluster(
            new Screening.Said("advertising", Map.of("about", "pharmacy", "links", true)),
            2,
            new Screening.Said("same-text", Map.of("times", 2)),
            List.of(new Screening.Said("advertising", Map.of())),
            List.of("Pills."));
    var number =
        new Import.Cluster(
            new Screening.Said("personal-data", Map.of("kinds", List.of("telephone-number"))),
            1,
            null,
            List.of(),
            List.of());
    String other = file + "b";
    IMPORTS.add(
        new Import(
            other,
            "rosa00000000",
            "b.xml",
            1_000,
            Import.State.CHECKED,
            NOW,
            TOMORROW,
            true,
            0,
            List.of(),
            List.of(pharmacy, number),
            new Import.Totals(1, 0, 0, 3),
            Import.Choice.none()));

    assertThat(IMPORTS.find(other, "rosa00000000", NOW).orElseThrow().clusters())
        .containsExactly(pharmacy, number);
  }

  @Test
  void aConfirmationWritesWhatWasChosenAndNothingElse() {
    assertThat(confirm(List.of(letter(7), letter(250)))).isTrue();

    assertThat(keptLonger("import-letters")).isEqualTo(2);
    assertThat(keptLonger("import-comments")).isEqualTo(2 * BATCHES);
    assertThat(COMMANDS.updates()).hasSize(3);
    assertThat(found().expiresAt()).isEqualTo(LATER);
  }

  @Test
  void theLargestChoiceIsWrittenInSteps() {
    confirm(IntStream.range(0, Import.MOST_AT_ONCE).mapToObj(n -> letter(n)).toList());

    assertThat(keptLonger("import-letters")).isEqualTo(Import.MOST_AT_ONCE);
    assertThat(keptLonger("import-comments")).isEqualTo((long) Import.MOST_AT_ONCE * BATCHES);
    // 300 batches and 100 letters, a hundred at a time, and the import.
    assertThat(COMMANDS.updates()).hasSize(5);
  }

  @Test
  void aChoiceThatStoppedHalfWayIsMadeAgain() {
    IMPORTS.confirm(other(), choice(Set.of(7)), List.of(letter(7)), NOW, LATER);
    assertThat(keptLonger("import-letters")).isEqualTo(1);
    assertThat(found().state()).isEqualTo(Import.State.CHECKED);

    assertThat(confirm(List.of(letter(7), letter(8)))).isTrue();
    assertThat(keptLonger("import-letters")).isEqualTo(2);
    assertThat(IMPORTS.claim(LATER, LATER)).isPresent();
    IMPORTS.done(file);
  }

  @Test
  void nothingIsForgottenOrStoppedOnceMoreIsChosen() {
    Import seen = found();
    assertThat(confirm(List.of(letter(7)))).isTrue();

    assertThat(IMPORTS.remove(seen)).isFalse();
    Import onItsWay = found();
    assertThat(confirm(List.of(letter(7), letter(8)))).isTrue();
    assertThat(IMPORTS.cancel(onItsWay, NOW)).isEmpty();

    assertThat(found().state()).isEqualTo(Import.State.BRINGING_IN);
    assertThat(keptLonger("import-letters")).isEqualTo(2);
    Import cancelled = IMPORTS.cancel(found(), NOW).orElseThrow();
    assertThat(cancelled.choice().letters()).containsExactlyInAnyOrder(7, 8);
    assertThat(IMPORTS.remove(cancelled)).isTrue();
    assertThat(keptLonger("import-letters")).isZero();
  }

  @Test
  void lettersAreFoundByTheirNumbersOnTheOldSiteWithoutReadingTheOthers() {
    assertThat(IMPORTS.letters(file, List.of("s7", "s250", "none")))
        .extracting(Import.ImportedLetter::number)
        .containsExactly(7, 250);

    assertThat(COMMANDS.hints()).containsExactly("by-source");
    assertThat(IMPORTS.letters(file, List.of("s250", "s31", "s4")))
        .extracting(Import.ImportedLetter::number)
        .containsExactly(4, 31, 250);
    assertThat(COMMANDS.sorts()).as("the bodies would be sorted as well").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"import-letters", "import-comments"})
  void nothingIsChosenOnceSomeOfItIsSweptUp(String collection) {
    String id = file + (collection.equals("import-letters") ? ":8" : ":8:1");
    assertThat(DATABASE.getCollection(collection).deleteOne(Filters.eq("_id", id)))
        .isEqualTo(DeleteResult.acknowledged(1));

    assertThat(
            IMPORTS.confirm(
                found(), choice(Set.of(7, 8)), List.of(letter(7), letter(8)), NOW, LATER))
        .isEqualTo(Imports.Confirmed.GONE);

    assertThat(found().state()).isEqualTo(Import.State.CHECKED);
    assertThat(found().expiresAt()).isEqualTo(TOMORROW);
  }

  private boolean confirm(List<Import.ImportedLetter> chosen) {
    Set<Integer> numbers =
        chosen.stream().map(Import.ImportedLetter::number).collect(Collectors.toSet());
    COMMANDS.forget();
    return IMPORTS.confirm(found(), choice(numbers), chosen, NOW, LATER) == Imports.Confirmed.DONE;
  }

  private static Import.Choice choice(Set<Integer> numbers) {
    return new Import.Choice(numbers, Set.of(), false, new Author("rosa00000000", "rosa", "Rosa"));
  }

  private Import found() {
    return IMPORTS.find(file, "rosa00000000", NOW).orElseThrow();
  }

  // As it was before somebody else chose.
  private Import other() {
    Import found = found();
    return new Import(
        found.id(),
        found.ownerId(),
        found.file(),
        found.bytes(),
        Import.State.DONE,
        found.at(),
        found.expiresAt(),
        true,
        0,
        List.of(),
        List.of(),
        found.totals(),
        choice(Set.of(9)));
  }

  private long keptLonger(String collection) {
    return DATABASE
        .getCollection(collection)
        .countDocuments(
            Filters.and(
                Filters.eq("importId", file), Filters.gt("expiresAt", Date.from(TOMORROW))));
  }

  private static Import.ImportedLetter letter(int number) {
    return new Import.ImportedLetter(
        number,
        "s" + number,
        new LetterId("letter%06d".formatted(number)),
        LetterText.typed("Title " + number, "", "", "", List.of(), "Text"),
        null,
        "public",
        1,
        0,
        0,
        false,
        BATCHES);
  }

  /// What the database was asked.
  private static final class Commands implements CommandListener {

    private final List<BsonDocument> asked = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
      asked.add(event.getCommand().clone());
    }

    private void forget() {
      asked.clear();
    }

    private List<BsonDocument> updates() {
      return asked.stream().filter(command -> command.containsKey("update")).toList();
    }

    private long sorts() {
      return asked.stream()
          .filter(command -> command.containsKey("find") && command.containsKey("sort"))
          .count();
    }

    private List<String> hints() {
      return asked.stream()
          .filter(command -> command.containsKey("find"))
          .map(command -> command.getString("hint").getValue())
          .toList();
    }
  }
}
