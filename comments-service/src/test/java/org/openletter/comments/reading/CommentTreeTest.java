package org.openletter.comments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.AUTHOR;
import static org.openletter.comments.comment.CommentBuilder.aComment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;

class CommentTreeTest {

  private static final Viewer STRANGER = new Viewer(null, false, false);

  private static CommentTree tree(Viewer viewer) {
    Duration any = Duration.ofMinutes(15);
    return new CommentTree(
        new ViewComments(new CommentSettings(any, any, any, any), Clock.systemUTC()), viewer);
  }

  private static String drawn(List<CommentView> trees) {
    StringBuilder drawing = new StringBuilder();
    trees.forEach(tree ->
        drawing
            .append(tree.depth())
            .append(tree.html() == null ? "†" : tree.html().value().replaceAll("<.*?>|\n", ""))
            .append(tree.replies().isEmpty() ? "" : "(" + drawn(tree.replies()) + ")")
            .append(' '));
    return drawing.toString().strip();
  }

  @RepeatedTest(5)
  void growsTheSameTreeFromAnyOrder() {
    Comment a = aComment().saying("a").build();
    Comment b = aComment().saying("b").build();
    Comment aa = aComment().saying("aa").under(a).build();
    Comment aaa = aComment().saying("aaa").under(aa).build();
    Comment ab = aComment().saying("ab").under(a).build();
    List<Comment> all = new ArrayList<>(List.of(a, b, aa, aaa, ab));
    Collections.shuffle(all);

    assertThat(drawn(tree(STRANGER).grow(all))).isEqualTo("1a(2aa(3aaa) 2ab) 1b");
    assertThat(drawn(tree(STRANGER).growNewestFirst(all))).isEqualTo("1b 1a(2aa(3aaa) 2ab)");
  }

  @Test
  void keepsRepliesUnderATombstone() {
    Comment gone = aComment().in(CommentState.DELETED, true).build();
    Comment reply = aComment().saying("reply").under(gone).build();

    assertThat(drawn(tree(STRANGER).grow(List.of(gone, reply)))).isEqualTo("1†(2reply)");
  }

  @Test
  void putsRepliesOfWhatNobodySeesUnderTheNearestAbove() {
    Comment root = aComment().saying("root").build();
    Comment held = aComment().saying("held").under(root).held(HeldFor.JUNK).build();
    Comment reply = aComment().saying("reply").under(held).build();
    Comment heldRoot = aComment().saying("held").held(HeldFor.JUNK).build();
    Comment orphan = aComment().saying("orphan").under(heldRoot).build();
    List<Comment> all = List.of(root, held, reply, heldRoot, orphan);

    assertThat(drawn(tree(STRANGER).grow(all))).isEqualTo("1root(2reply) 1orphan");
    assertThat(drawn(tree(new Viewer(AUTHOR, false, false)).grow(all)))
        .isEqualTo("1root(2held(3reply)) 1held(2orphan)");
  }
}
