package org.openletter.moderation.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openletter.moderation.importing.Cluster.Said;

/// Says what a cluster is, from the reasons of its responses. Clusters of other batches and letters
/// with an equal kind are put together, so that it has nothing in it but what its words need.
final class ClusterKind {

  /// What can be sold with links or with words alone.
  private static final Set<String> GOODS =
      Set.of("pharmacy", "money", "betting", "meeting", "prize", "services");

  private static final Set<String> WITHOUT_GOODS = Set.of("promotion", "praise");

  private ClusterKind() {}

  static Said of(List<ImportItem> items) {
    ImportItem first = items.getFirst();
    if (any(items, "random-letters")) {
      long names =
          items.stream().filter(item -> item.fact("random-letters", "name").equals("true")).count();
      return new Said("random-letters", Map.of("name", names * 2 >= items.size()));
    }
    if (any(items, "advertising")) {
      return new Said("advertising", advertising(first));
    }
    if (any(items, "off-topic")) {
      String about = first.fact("off-topic", "about");
      return new Said(
          "off-topic",
          any(items, "personal-data")
              ? Map.of("about", about, "kinds", List.of(personal(items)))
              : Map.of("about", about));
    }
    if (any(items, "personal-data")) {
      return new Said("personal-data", Map.of("kinds", List.of(personal(items))));
    }
    return new Said(any(items, "repeated") ? "repeated" : "screening-pending", Map.of());
  }

  private static Map<String, Object> advertising(ImportItem item) {
    boolean links = !item.fact("advertising", "links").equals("0");
    String about = item.fact("advertising", "about");
    if (WITHOUT_GOODS.contains(about)) {
      return Map.of("about", about);
    }
    return GOODS.contains(about) ? Map.of("about", about, "links", links) : Map.of("links", links);
  }

  private static String personal(List<ImportItem> items) {
    return items.stream()
        .flatMap(item -> item.verdict().reasons().stream())
        .filter(reason -> reason.code().equals("personal-data"))
        .map(reason -> reason.parameters().get("kinds"))
        .map(kinds -> kinds instanceof List<?> list ? String.valueOf(list.getFirst()) : "")
        .findFirst()
        .orElse("");
  }

  private static boolean any(List<ImportItem> items, String code) {
    return items.stream().anyMatch(item -> item.hasReason(code));
  }
}
