package org.openletter.embedded.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Counting what is kept changes no result: each is that of the library.
class PipelineTests {

  private final MemoryBackend backend = new MemoryBackend();
  private final MongoDatabase database = backend.resolveDatabase("lab");
  private final Random random = new Random(7);

  @Test
  void resultsAreThoseOfTheLibrary() {
    for (List<Document> stages : pipelines()) {
      List<Document> documents = documents();
      List<Document> expected = library(stages).runStages(copies(documents).stream());
      assertThat(new Pipeline(stages, this::library).run(documents.stream()))
          .as("%s", stages)
          .isEqualTo(expected);
    }
  }

  private Aggregation library(List<Document> stages) {
    return Aggregation.fromPipeline(
        stages, backend::resolveDatabase, database, null, NoopOplog.get());
  }

  private static List<List<Document>> pipelines() {
    Document group =
        new Document("_id", "$kind")
            .append("count", of("$sum", 1))
            .append("average", of("$avg", "$n"))
            .append("all", of("$push", "$n"))
            .append("each", of("$addToSet", "$kind"))
            .append("least", of("$min", "$n"))
            .append("most", of("$max", "$n"))
            .append("first", of("$first", "$n"))
            .append("last", of("$last", "$$ROOT"));
    Document options =
        new Document("path", "$in.list")
            .append("includeArrayIndex", "at")
            .append("preserveNullAndEmptyArrays", true);
    Document facets =
        new Document("some", List.of(of("$match", of("kind", 1)), of("$limit", 3)))
            .append("kinds", List.of(of("$sortByCount", "$kind")));
    return List.of(
        List.of(),
        List.of(of("$group", group)),
        List.of(of("$group", of("_id"))),
        List.of(of("$match", of("n", of("$gt", 5))), of("$group", group), of("$limit", 2)),
        List.of(of("$unwind", "$list")),
        List.of(of("$unwind", "$n")),
        List.of(of("$unwind", options)),
        List.of(of("$unwind", "$in.list"), of("$group", of("_id", "$in.list"))),
        List.of(of("$sort", of("n", -1)), of("$skip", 3), of("$project", of("n", 1))),
        List.of(of("$sortByCount", "$kind")),
        List.of(of("$match", of("kind", 1)), of("$count", "how many")),
        List.of(of("$facet", facets)));
  }

  private static Document of(String name, Object value) {
    return new Document(name, value);
  }

  private static Document of(String name) {
    return new Document(name, null);
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Document document = new Document("_id", i).append("n", random.nextInt(20));
      if (random.nextInt(5) > 0) {
        document.append("kind", random.nextInt(3));
      }
      document.append("list", numbers()).append("in", new Document("list", numbers()));
      documents.add(document);
    }
    return documents;
  }

  private List<Integer> numbers() {
    return random.ints(random.nextInt(4), 0, 9).boxed().toList();
  }

  private static List<Document> copies(List<Document> documents) {
    return documents.stream().map(Document::cloneDeeply).toList();
  }
}
