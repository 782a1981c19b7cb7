package org.openletter.moderation.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.importing.Cluster.Said;
import org.openletter.moderation.screening.Reason;

/// Sorts the held responses of an import into clusters: what is random letters, what advertises the
/// same kind of thing, what is the same text, and what one person wrote in the same words.
final class Clusters {

  /// Two texts of one cluster are the same text when they share this much of the shorter one.
  private static final double SAME_TEXT = 0.5;

  /// Without another bond they must share more.
  private static final double ALIKE = 0.8;

  private Clusters() {}

  static List<Cluster> of(List<ImportItem> held) {
    int[] group = new int[held.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int k = i + 1; k < group.length; k++) {
        if (root(group, i) != root(group, k) && together(held.get(i), held.get(k))) {
          group[root(group, k)] = root(group, i);
        }
      }
    }
    Map<Integer, List<ImportItem>> groups = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), _ -> new ArrayList<>()).add(held.get(i));
    }
    return groups.values().stream().map(Clusters::cluster).toList();
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    return root;
  }

  private static boolean together(ImportItem one, ImportItem other) {
    if (one.hasReason("random-letters") && other.hasReason("random-letters")) {
      return true;
    }
    if (one.hasReason("advertising") && other.hasReason("advertising")) {
      return one.fact("advertising", "about").equals(other.fact("advertising", "about"));
    }
    double shared = one.shared(other);
    boolean samePerson = !one.name().isEmpty() && one.name().equals(other.name());
    return shared >= ALIKE || samePerson && shared >= SAME_TEXT;
  }

  private static Cluster cluster(List<ImportItem> items) {
    Set<Said> reasons = new LinkedHashSet<>();
    for (ImportItem item : items) {
      for (Reason reason : item.verdict().reasons()) {
        reasons.add(Said.of(reason));
      }
    }
    return new Cluster(
        ClusterKind.of(items),
        items.stream().map(ImportItem::id).toList(),
        bond(items),
        List.copyOf(reasons));
  }

  private static @Nullable Said bond(List<ImportItem> items) {
    if (items.size() == 1) {
      return null;
    }
    ImportItem first = items.getFirst();
    if (items.stream().skip(1).allMatch(item -> first.shared(item) >= SAME_TEXT)) {
      return new Said("same-text", Map.of("times", items.size()));
    }
    long names = items.stream().map(ImportItem::name).distinct().count();
    return names > 1 ? new Said("accounts", Map.of("names", names)) : null;
  }
}
