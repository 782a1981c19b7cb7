package org.openletter.gateway.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.page.Page;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.page.Place;
import org.openletter.gateway.page.Viewer;
import org.openletter.gateway.thread.Composer;
import org.openletter.gateway.thread.Conversation;
import org.openletter.platform.id.Ids;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The reading page.
@Controller
class LetterPages {

  private final OpenLetter openLetter;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  LetterPages(OpenLetter openLetter, Pages pages, Templates templates, Ids ids) {
    this.openLetter = openLetter;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  @GetMapping("/letters/{id:[0-9a-z]{12}}")
  View withoutName(Viewer viewer, @PathVariable String id) {
    return page(viewer, id, null, "newest", null, null);
  }

  @GetMapping("/letters/{id:[0-9a-z]{12}}/{slug}")
  View page(
      Viewer viewer,
      @PathVariable String id,
      @PathVariable @Nullable String slug,
      @RequestParam(defaultValue = "newest") String order,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String said) {
    return switch (openLetter.open(id, order.equals("oldest") ? order : "newest", after)) {
      case OpenLetter.Result.Withdrawn() ->
          problem(
              viewer,
              HttpStatus.GONE,
              "Withdrawn",
              "This letter was withdrawn by its writer. The responses went with it.");
      case OpenLetter.Result.Absent() ->
          problem(
              viewer,
              HttpStatus.NOT_FOUND,
              "Not here",
              "There is no public letter at this address.");
      case OpenLetter.Result.Opened(var letter, _)
          when slug == null || !letter.address().endsWith("/" + slug) ->
          Pages.moved(letter.address());
      case OpenLetter.Result.Opened opened -> read(viewer, opened, order, after, said);
    };
  }

  private View read(
      Viewer viewer,
      OpenLetter.Result.Opened opened,
      String order,
      @Nullable String after,
      @Nullable String said) {
    var letter = opened.letter();
    var page =
        pages
            .page(viewer, letter.title())
            .describedAs("To " + letter.to() + ". From " + letter.from() + ".")
            .at(letter.address())
            .under(Place.LETTERS)
            .withEdge()
            .styled("letter", "thread")
            .scripted("htmx", "respond");
    var conversation = opened.conversation().known().orElse(null);
    return Pages.html(
        templates.letterPage(
            page,
            new LetterPage(
                letter,
                opened.conversation(),
                composer(page, letter, conversation),
                order.equals("oldest") ? "oldest" : "newest",
                after != null,
                "withdrawn".equals(said))));
  }

  private Composer composer(Page page, Letter letter, @Nullable Conversation conversation) {
    return Composer.empty(
        page.viewer(),
        letter.id(),
        null,
        ids.random12(),
        conversation == null ? List.of() : conversation.houseRules(),
        conversation == null ? null : conversation.refusal(page));
  }

  private View problem(Viewer viewer, HttpStatus status, String title, String sentence) {
    return Pages.html(status, templates.pageProblem(pages.page(viewer, title), sentence, null));
  }
}
