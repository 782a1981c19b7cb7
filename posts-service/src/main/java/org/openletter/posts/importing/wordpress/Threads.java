package org.openletter.posts.importing.wordpress;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts comments in an order in which every parent comes before its replies.
final class Threads {

  private Threads() {}

  /// Oldest first where threads allow it. A comment whose parent stayed behind, or that replies in
  /// a circle, stands on its own. Of two with the same number the first one counts.
  ///
  /// @param undated the date for comments that have none
  static List<Export.Comment> inOrder(
      List<Export.Comment> comments, Instant undated, Remarks remarks) {
    Map<String, Export.Comment> bySource = new LinkedHashMap<>();
    for (Export.Comment comment : comments) {
      if (bySource.putIfAbsent(comment.source(), dated(comment, undated)) != null) {
        remarks.leftOut(1);
      }
    }
    List<Export.Comment> sorted = new ArrayList<>(bySource.values());
    sorted.sort(Comparator.comparing(Export.Comment::at).thenComparing(Export.Comment::source));
    Map<String, Export.Comment> placed = new LinkedHashMap<>();
    for (Export.Comment comment : sorted) {
      place(comment, bySource, placed);
    }
    return List.copyOf(placed.values());
  }

  // Climbs to the first ancestor that has its place or has none to wait for, then comes back down.
  private static void place(
      Export.Comment comment,
      Map<String, Export.Comment> bySource,
      Map<String, Export.Comment> placed) {
    Deque<Export.Comment> waiting = new ArrayDeque<>();
    Set<String> climbed = new HashSet<>();
    Export.Comment at = comment;
    while (at != null && !placed.containsKey(at.source())) {
      if (!climbed.add(at.source())) {
        break;
      }
      waiting.push(at);
      at = at.parent() == null ? null : bySource.get(at.parent());
    }
    for (Export.Comment next : waiting) {
      boolean known = next.parent() != null && placed.containsKey(next.parent());
      placed.putIfAbsent(next.source(), known ? next : under(next, null));
    }
  }

  private static Export.Comment dated(Export.Comment comment, Instant undated) {
    return comment.at().equals(Instant.EPOCH)
        ? new Export.Comment(
            comment.source(),
            comment.parent(),
            comment.name(),
            comment.signed(),
            comment.text(),
            undated,
            comment.approved())
        : comment;
  }

  private static Export.Comment under(Export.Comment comment, @Nullable String parent) {
    return new Export.Comment(
        comment.source(),
        parent,
        comment.name(),
        comment.signed(),
        comment.text(),
        comment.at(),
        comment.approved());
  }
}
