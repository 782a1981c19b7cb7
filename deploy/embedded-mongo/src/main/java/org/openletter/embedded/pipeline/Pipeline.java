package org.openletter.embedded.pipeline;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;

/// The stages of an aggregation. Most are the library's; what a stage keeps is counted, here or in
/// those of our own.
public final class Pipeline {

  /// These hold every document that comes in until the last one came.
  private static final Set<String> HOLDING = Set.of("$sort", "$bucket", "$graphLookup", "$sample");

  private final List<Document> stages;
  private final Function<List<Document>, Aggregation> library;

  /// @param library reads stages as the library does, and refuses those it does not know
  public Pipeline(List<Document> stages, Function<List<Document>, Aggregation> library) {
    this.stages = stages.stream().flatMap(Pipeline::written).toList();
    this.library = library;
  }

  /// Short forms written out, where they hold groups.
  private static Stream<Document> written(Document stage) {
    if (!stage.containsKey("$sortByCount")) {
      return Stream.of(stage);
    }
    Document group = new Document("_id", stage.get("$sortByCount"));
    group.append("count", new Document("$sum", 1));
    return Stream.of(
        new Document("$group", group),
        new Document("$sort", new Document("count", -1).append("_id", 1)));
  }

  /// The whole result; error 146 when there is no memory for it.
  public List<Document> run(Stream<Document> documents) {
    Stream<Document> stream = documents;
    for (Document stage : stages) {
      stream = apply(stage, stream);
    }
    List<Document> result = new ArrayList<>();
    stream.forEach(document -> result.add(kept(document)));
    return result;
  }

  private Stream<Document> apply(Document stage, Stream<Document> documents) {
    Map.Entry<String, Object> only = stage.entrySet().iterator().next();
    String name = only.getKey();
    return switch (name) {
      case "$group" -> new Grouping((Document) only.getValue()).apply(documents);
      case "$unwind" -> new Unwinding(only.getValue()).apply(documents);
      case "$facet" -> facets((Document) only.getValue(), documents);
      default -> byLibrary(stage, documents);
    };
  }

  private Stream<Document> facets(Document facets, Stream<Document> documents) {
    List<Document> all = documents.map(Pipeline::kept).toList();
    Document result = new Document();
    facets.forEach((name, stages) ->
        result.put(name, new Pipeline(Aggregation.parse(stages), library).run(all.stream())));
    return Stream.of(result);
  }

  /// What a stage reads for one document is let go of before the next.
  private static Stream<Document> oneByOne(AggregationStage stage, Stream<Document> documents) {
    return documents.flatMap(document -> {
      long mark = Kept.mark();
      List<Document> joined = stage.apply(Stream.of(document)).toList();
      Kept.backTo(mark);
      return joined.stream();
    });
  }

  private Stream<Document> byLibrary(Document stage, Stream<Document> documents) {
    Stream<Document> stream = documents;
    for (AggregationStage part : library.apply(List.of(stage)).getStages()) {
      stream =
          switch (part.name()) {
            case "$lookup", "$merge" -> oneByOne(part, stream);
            default ->
                part.apply(HOLDING.contains(part.name()) ? stream.map(Pipeline::kept) : stream);
          };
    }
    return stream;
  }

  private static Document kept(Document document) {
    Kept.add(Footprint.of(document));
    return document;
  }
}
