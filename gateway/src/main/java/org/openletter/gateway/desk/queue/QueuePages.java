package org.openletter.gateway.desk.queue;

import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The queue. Every act is a plain form that leads to the next response; with script the same page
/// is fetched and only its queue is put in place.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/queue")
class QueuePages {

  private static final String ITEM = "/{letterId:[0-9a-z]{12}}/{commentId:[0-9a-f-]{36}}";

  private final OpenQueue openQueue;
  private final DecideComment decideComment;
  private final Pages pages;
  private final Templates templates;

  QueuePages(OpenQueue openQueue, DecideComment decideComment, Pages pages, Templates templates) {
    this.openQueue = openQueue;
    this.decideComment = decideComment;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View list(Viewer viewer, QueuePlace place, Done.Address done) {
    var shown = openQueue.open(place).after(Done.of(done).orElse(null));
    return view(viewer, HttpStatus.OK, shown);
  }

  @GetMapping(ITEM)
  View one(
      Viewer viewer,
      QueuePlace place,
      @PathVariable String letterId,
      @PathVariable String commentId,
      Done.Address done) {
    var shown = openQueue.open(place, letterId, commentId).after(Done.of(done).orElse(null));
    return view(viewer, shown.absent() ? HttpStatus.NOT_FOUND : HttpStatus.OK, shown);
  }

  /// @param then the address of the response to look at next, or empty
  @PostMapping(ITEM + "/decision")
  View decide(
      Viewer viewer,
      QueuePlace place,
      @PathVariable String letterId,
      @PathVariable String commentId,
      @RequestParam String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String then) {
    String action = "/studio/queue/" + letterId + "/" + commentId + "/decision";
    return switch (decideComment.decide(letterId, commentId, act, reason, words, version)) {
      case Outcome.Done<Done>(var done) -> Pages.seeOther(place.after(next(then), done));
      case Outcome.NotDone<Done> no -> {
        String missing = act.equals("remove") ? no.error("reason") : null;
        yield view(
            viewer,
            no.code(),
            openQueue
                .openAgain(place, letterId, commentId)
                .refused(
                    missing == null ? no.sentence() : null,
                    new QueuePage.Typed(action, act, reason, words, version, missing)));
      }
    };
  }

  @PostMapping(ITEM + "/undo")
  View undo(
      Viewer viewer,
      QueuePlace place,
      @PathVariable String letterId,
      @PathVariable String commentId,
      @RequestParam(defaultValue = "") String version) {
    String address = "/studio/queue/" + letterId + "/" + commentId;
    return switch (decideComment.undo(letterId, commentId, version)) {
      case Outcome.Done<Done>(var done) -> Pages.seeOther(place.after(address, done));
      case Outcome.NotDone<Done> no ->
          notUndone(viewer, no.code(), place, address, version, no.sentence());
    };
  }

  private View notUndone(
      Viewer viewer,
      HttpStatusCode status,
      QueuePlace place,
      String address,
      String version,
      String sentence) {
    // What was refused is not offered again.
    var typed =
        status.is5xxServerError()
            ? new QueuePage.Typed(address + "/undo", "undo", "", "", version, null)
            : QueuePage.Typed.NOTHING;
    return view(viewer, status, openQueue.openAgain(place).refused(sentence, typed));
  }

  private View view(Viewer viewer, HttpStatusCode status, QueuePage shown) {
    var page =
        pages
            .page(viewer, "Waiting for you · Studio")
            .under(Place.STUDIO)
            .onDesk()
            .styled("queue")
            .scripted("htmx", "queue");
    return Pages.html(status, templates.queuePage(page, shown));
  }

  /// Only an address of the queue itself: the field comes from the form.
  private static String next(String then) {
    return then.matches("[0-9a-z]{12}/[0-9a-f-]{36}") ? "/studio/queue/" + then : "/studio/queue";
  }
}
