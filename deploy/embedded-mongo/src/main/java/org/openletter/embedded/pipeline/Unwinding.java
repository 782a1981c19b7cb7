package org.openletter.embedded.pipeline;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.stage.UnwindStage;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `$unwind`, one element at a time: the library copies the whole array for each of its elements.
final class Unwinding {

  private final UnwindStage stage;
  private final List<String> path;
  private final @Nullable String index;

  Unwinding(@Nullable Object specification) {
    this.stage = new UnwindStage(specification); // Also refuses what is none.
    Object field = specification instanceof Document options ? options.get("path") : specification;
    this.path = List.of(String.valueOf(field).substring(1).split("\\."));
    this.index =
        specification instanceof Document options
                && options.get("includeArrayIndex") instanceof String name
            ? name
            : null;
  }

  Stream<Document> apply(Stream<Document> documents) {
    return documents.flatMap(this::elements);
  }

  private Stream<Document> elements(Document document) {
    Object value = document;
    for (String step : path) {
      value = value instanceof Document inner ? inner.get(step) : null;
    }
    if (!(value instanceof List<?> list) || list.size() < 2) {
      return stage.apply(Stream.of(document));
    }
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(position -> element(document, list, position));
  }

  private Stream<Document> element(Document document, List<?> list, int position) {
    Document one = with(document, path, list.subList(position, position + 1));
    Stream<Document> unwound = stage.apply(Stream.of(one));
    return index == null
        ? unwound
        : unwound.peek(each -> Utils.changeSubdocumentValue(each, index, (long) position));
  }

  /// The same document with another value at a path of documents.
  private static Document with(Document document, List<String> path, Object value) {
    Document copy = document.clone();
    String step = path.getFirst();
    Object inner = document.get(step);
    copy.put(
        step,
        path.size() == 1 || !(inner instanceof Document below)
            ? value
            : with(below, path.subList(1, path.size()), value));
    return copy;
  }
}
