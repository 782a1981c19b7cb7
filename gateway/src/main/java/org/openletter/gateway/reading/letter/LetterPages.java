package org.openletter.gateway.reading.letter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.conversation.composer.KeptWords;
import org.openletter.gateway.conversation.composer.Refusal;
import org.openletter.gateway.door.cache.Incomplete;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.Conversation;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.platform.call.Answer;
import org.openletter.platform.id.Ids;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The reading page.
@Access(Access.To.EVERYBODY)
@Controller
class LetterPages {

  private final OpenLetter openLetter;
  private final KeptWords keptWords;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  LetterPages(
      OpenLetter openLetter, KeptWords keptWords, Pages pages, Templates templates, Ids ids) {
    this.openLetter = openLetter;
    this.keptWords = keptWords;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  /// What of the conversation is asked for, as the address says it.
  ///
  /// @param order `oldest`, or anything else for newest first
  /// @param after where the page begins, or null for the first
  /// @param said `withdrawn` after the viewer has withdrawn a response, `published` after she has
  ///   published the letter
  record Part(@Nullable String order, @Nullable String after, @Nullable String said) {

    String known() {
      return "oldest".equals(order) ? "oldest" : "newest";
    }
  }

  @GetMapping("/letters/{id:[0-9a-z]{12}}")
  View withoutName(Viewer viewer, HttpServletRequest request, @PathVariable String id, Part part) {
    return page(viewer, request, id, "", part);
  }

  @Access(value = Access.To.EVERYBODY, cached = true)
  @GetMapping("/letters/{id:[0-9a-z]{12}}/{slug}")
  View page(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String slug,
      Part part) {
    return switch (openLetter.open(id, part.known(), part.after())) {
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
      case OpenLetter.Result.Opened(var letter, _) when !letter.address().endsWith("/" + slug) ->
          Pages.moved(letter.address());
      case OpenLetter.Result.Opened(var letter, var conversation) ->
          read(viewer, request, letter, null, conversation, part);
      case OpenLetter.Result.Remembered(var letter, _, _)
          when !letter.address().endsWith("/" + slug) ->
          Pages.moved(letter.address());
      case OpenLetter.Result.Remembered(var letter, var at, var conversation) ->
          read(viewer, request, letter, at, conversation, part);
    };
  }

  private View read(
      Viewer viewer,
      HttpServletRequest request,
      Letter letter,
      @Nullable Instant asOf,
      Answer<Conversation> conversation,
      Part part) {
    if (conversation.known().isEmpty() || asOf != null) {
      Incomplete.mark();
    }
    var page =
        pages
            .page(viewer, letter.title())
            .describedAs("To " + letter.to() + ". From " + letter.from() + ".")
            .at(letter.address())
            .under(Place.LETTERS)
            .withEdge()
            .styled("letter", "thread")
            .scripted("htmx", "respond");
    var composer = composer(page, letter, conversation.known().orElse(null));
    return Pages.html(
        templates.letterPage(
            page,
            new LetterPage(
                letter,
                asOf,
                conversation,
                keptWords.in(composer, request),
                keptWords.replyTo(letter.id(), request).orElse(null),
                part.known(),
                part.after() != null,
                "withdrawn".equals(part.said()),
                letter.isMine() && "published".equals(part.said()))));
  }

  private Composer composer(Page page, Letter letter, @Nullable Conversation conversation) {
    return Composer.empty(
        page.viewer(),
        letter.id(),
        null,
        ids.random12(),
        conversation == null ? List.of() : conversation.houseRules(),
        conversation == null ? null : Refusal.of(conversation, page));
  }

  private View problem(Viewer viewer, HttpStatus status, String title, String sentence) {
    return Pages.html(status, templates.pageProblem(pages.page(viewer, title), sentence, null));
  }
}
