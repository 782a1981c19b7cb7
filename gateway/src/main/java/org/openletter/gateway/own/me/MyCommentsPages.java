package org.openletter.gateway.own.me;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.MyComment;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.moderation.Statement;
import org.openletter.gateway.neighbour.moderation.StatementsClient;
import org.openletter.platform.call.Answer;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A person's own responses. Nothing that happens to one of them is kept from her.
@Access(Access.To.SIGNED_IN)
@Controller
class MyCommentsPages {

  private final ThreadsClient threads;
  private final StatementsClient statements;
  private final Pages pages;
  private final Templates templates;

  MyCommentsPages(
      ThreadsClient threads, StatementsClient statements, Pages pages, Templates templates) {
    this.threads = threads;
    this.statements = statements;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/me/comments")
  View mine(Viewer viewer, @RequestParam(required = false) @Nullable String before) {
    var page = pages.page(viewer, "My responses").at("/me/comments").onDesk().styled("me");
    var mine = threads.mine(before);
    return Pages.html(
        templates.meComments(
            page,
            new MyCommentsPage(
                mine.comments().stream().map(MyCommentEntry::new).toList(),
                statements(mine.comments()),
                mine.next(),
                before == null)));
  }

  // One question for the page. While nobody answers it, the codes of the responses say why.
  private Answer<List<Statement>> statements(List<MyComment> mine) {
    String decided =
        mine.stream()
            .filter(comment -> comment.decision() != null)
            .map(comment -> comment.comment().id())
            .collect(Collectors.joining(","));
    return decided.isEmpty()
        ? new Answer.Known<>(List.of())
        : Answer.of(() -> statements.newest(decided).statements());
  }
}
