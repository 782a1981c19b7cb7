package org.openletter.gateway.conversation.thread;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.conversation.composer.KeptWords;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.CommentInPlace;
import org.openletter.gateway.neighbour.comments.Replies;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Responses at an address of their own.
@Access(value = Access.To.EVERYBODY, cached = true)
@Controller
@RequestMapping("/letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}")
class ThreadPages {

  private final OpenComment openComment;
  private final KeptWords keptWords;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  ThreadPages(
      OpenComment openComment, KeptWords keptWords, Pages pages, Templates templates, Ids ids) {
    this.openComment = openComment;
    this.keptWords = keptWords;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  @GetMapping
  View inPlace(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String sent) {
    try {
      return inPlace(viewer, request, letterId, id, sent != null);
    } catch (NoAnswer noAnswer) {
      if (sent == null) {
        throw noAnswer;
      }
      // It was taken before this page was asked for: then that is what she has to know first.
      return Pages.html(
          HttpStatus.SERVICE_UNAVAILABLE,
          templates.pageProblem(
              pages.page(viewer, "Your response has arrived"),
              "It is kept. It cannot be shown in its place right now, because a part of this site"
                  + " does not answer. You find it under your responses.",
              null));
    }
  }

  private View inPlace(
      Viewer viewer, HttpServletRequest request, String letterId, String id, boolean sent) {
    return switch (openComment.open(letterId, id)) {
      case OpenComment.Result.Withdrawn<CommentInPlace>() -> withdrawn(viewer);
      case OpenComment.Result.Absent<CommentInPlace>() -> absent(viewer);
      case OpenComment.Result.Opened<CommentInPlace>(var letter, var place) ->
          Pages.html(
              templates.threadPlace(
                  page(viewer, "A response to “" + letter.title() + "”").at(letter.addressOf(id)),
                  letter,
                  place,
                  keptWords.in(
                      Composer.below(place, viewer, letterId, ids.random12()).on(letter.title()),
                      request),
                  sent));
    };
  }

  @GetMapping("/replies")
  View replies(
      Viewer viewer,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "false") boolean part) {
    var from = after == null || after.isBlank() ? null : after;
    return switch (openComment.replies(letterId, id, from)) {
      case OpenComment.Result.Withdrawn<Replies>() -> withdrawn(viewer);
      case OpenComment.Result.Absent<Replies>() -> absent(viewer);
      case OpenComment.Result.Opened<Replies>(var letter, var replies) -> {
        var page = page(viewer, "Replies on “" + letter.title() + "”");
        yield part
            ? Pages.part(HttpStatus.OK, templates.threadReplies(page, letter, id, replies))
            : Pages.html(templates.threadFurther(page, letter, id, replies));
      }
    };
  }

  private Page page(Viewer viewer, String title) {
    return pages
        .page(viewer, title)
        .under(Place.LETTERS)
        .withEdge()
        .styled("thread")
        .scripted("htmx", "respond");
  }

  private View withdrawn(Viewer viewer) {
    return Pages.html(
        HttpStatus.GONE,
        templates.pageProblem(
            pages.page(viewer, "Withdrawn"),
            "This letter was withdrawn by its writer. The responses went with it.",
            null));
  }

  private View absent(Viewer viewer) {
    return Pages.html(
        HttpStatus.NOT_FOUND,
        templates.pageProblem(
            pages.page(viewer, "Not here"), "There is no public response at this address.", null));
  }
}
