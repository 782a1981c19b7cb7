package org.openletter.posts.importing.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.PlainText;
import org.openletter.posts.importing.Import;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.importing.screening.Verdict;
import org.openletter.posts.importing.wordpress.Export;

/// Puts together what was found alike in the batches and letters of one file.
final class Clusters {

  private static final int MOST = 100;
  private static final int EXAMPLES = 2;
  private static final int LONGEST_EXAMPLE = 140;

  private final Map<Screening.Said, Import.Cluster> byKind = new LinkedHashMap<>();

  void add(Screening screening, List<Export.Comment> comments) {
    Map<String, Export.Comment> bySource =
        comments.stream().collect(Collectors.toMap(Export.Comment::source, Function.identity()));
    for (Screening.Cluster found : screening.clusters()) {
      List<String> examples =
          found.sources().stream()
              .flatMap(source ->
                  example(bySource.get(source), screening.verdicts().get(source)).stream())
              .distinct()
              .limit(EXAMPLES)
              .toList();
      Import.Cluster cluster =
          new Import.Cluster(
              found.kind(), found.sources().size(), found.bond(), found.reasons(), examples);
      if (byKind.containsKey(found.kind()) || byKind.size() < MOST) {
        byKind.merge(found.kind(), cluster, Clusters::together);
      }
    }
  }

  List<Import.Cluster> all() {
    return List.copyOf(byKind.values());
  }

  private static Import.Cluster together(Import.Cluster one, Import.Cluster other) {
    List<String> examples = new ArrayList<>(one.examples());
    examples.addAll(other.examples());
    return new Import.Cluster(
        one.kind(),
        one.responses() + other.responses(),
        one.responses() >= other.responses() ? one.bond() : other.bond(),
        one.reasons(),
        examples.stream().distinct().limit(EXAMPLES).toList());
  }

  // Without a verdict nobody knows what would have to be covered.
  private static Optional<String> example(
      Export.@Nullable Comment comment, @Nullable Verdict verdict) {
    if (comment == null || verdict == null) {
      return Optional.empty();
    }
    String line =
        PlainText.cleanLine(verdict.masked().orElse(comment.text())).replaceAll("\\s+", " ");
    return Optional.of(
        PlainText.length(line) <= LONGEST_EXAMPLE
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXAMPLE)).strip() + "…");
  }
}
