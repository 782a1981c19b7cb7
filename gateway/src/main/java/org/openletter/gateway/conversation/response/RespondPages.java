package org.openletter.gateway.conversation.response;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.conversation.composer.KeptWords;
import org.openletter.gateway.conversation.thread.OpenComment;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.CommentInPlace;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.id.Ids;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the form for a response stands: with script in its place, without one on a page of its
/// own.
@Access(value = Access.To.EVERYBODY, cached = true)
@Controller
@RequestMapping("/letters/{letterId:[0-9a-z]{12}}")
class RespondPages {

  private static final String COMMENT = "[0-9a-f-]{36}";

  private final OpenComment openComment;
  private final KeptWords keptWords;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  RespondPages(
      OpenComment openComment, KeptWords keptWords, Pages pages, Templates templates, Ids ids) {
    this.openComment = openComment;
    this.keptWords = keptWords;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  /// Leads to the form: below the letter, or below the response that it answers.
  @GetMapping("/respond")
  View respond(
      @PathVariable String letterId, @RequestParam(required = false) @Nullable String parent) {
    return Pages.moved(
        parent != null && parent.matches(COMMENT)
            ? LetterAddress.ofComment(letterId, parent) + "/reply"
            : "/letters/" + letterId + "#respond");
  }

  @GetMapping("/comments/{id:" + COMMENT + "}/reply")
  View reply(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean part) {
    return switch (openComment.open(letterId, id)) {
      case OpenComment.Result.Opened<CommentInPlace>(var letter, var place)
          when place.comment().isPublic() -> {
        var page = page(viewer, "Reply to a response");
        var composer =
            keptWords.in(
                Composer.below(place, viewer, letterId, ids.random12()).on(letter.title()),
                request);
        yield part
            ? Pages.part(HttpStatus.OK, templates.composerForm(page, composer, true, false))
            : Pages.html(templates.responsePage(page, letter, place.comment(), composer));
      }
      case OpenComment.Result.Opened<CommentInPlace> _,
          OpenComment.Result.Absent<CommentInPlace> _,
          OpenComment.Result.Withdrawn<CommentInPlace> _ ->
          Pages.html(
              HttpStatus.NOT_FOUND,
              templates.pageProblem(
                  pages.page(viewer, "Not here"),
                  "There is no public response at this address to reply to."
                      + (keptWords.waitFor(letterId, id, request)
                          ? " Your words are kept: you find them under “Kept words”."
                          : ""),
                  null));
    };
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).withEdge().styled("thread").scripted("htmx", "respond");
  }
}
