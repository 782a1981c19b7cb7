package org.openletter.comments.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;

/// Puts comments into a tree, as far as a viewer sees them. A reply whose parent she does not see
/// stands under the nearest comment above it that she sees, else at the root: nobody's public words
/// disappear because somebody else's are held.
final class CommentTree {

  private final ViewComments views;
  private final Viewer viewer;

  CommentTree(ViewComments views, Viewer viewer) {
    this.views = views;
    this.viewer = viewer;
  }

  /// The trees of these comments in depth-first order, oldest first.
  List<CommentView> grow(Collection<Comment> comments) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    comments.stream()
        .sorted(Comparator.comparing(c -> c.origin().place().path()))
        .forEach(comment ->
            views
                .view(comment, viewer)
                .ifPresent(view -> nodes.put(comment.id(), new Node(comment, view))));
    List<Node> roots = new ArrayList<>();
    for (Node node : nodes.values()) {
      nearest(node.comment, nodes)
          .ifPresentOrElse(above -> above.below.add(node), () -> roots.add(node));
    }
    roots.sort(Comparator.comparing(node -> node.comment.id()));
    return roots.stream().map(node -> node.grown(null, 1)).toList();
  }

  /// The same, newest root first.
  List<CommentView> growNewestFirst(Collection<Comment> comments) {
    return grow(comments).reversed();
  }

  private static Optional<Node> nearest(Comment comment, Map<String, Node> nodes) {
    for (String id : comment.origin().place().above().reversed()) {
      Node node = nodes.get(id);
      if (node != null) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /// Comments of two lists, each once.
  static Collection<Comment> together(List<Comment> some, List<Comment> others) {
    Map<String, Comment> all = new HashMap<>();
    some.forEach(comment -> all.put(comment.id(), comment));
    others.forEach(comment -> all.put(comment.id(), comment));
    return all.values();
  }

  private static final class Node {
    private final Comment comment;
    private final CommentView view;
    private final List<Node> below = new ArrayList<>();

    private Node(Comment comment, CommentView view) {
      this.comment = comment;
      this.view = view;
    }

    private CommentView grown(@Nullable String under, int level) {
      return view.placed(
          under, level, below.stream().map(node -> node.grown(comment.id(), level + 1)).toList());
    }
  }
}
