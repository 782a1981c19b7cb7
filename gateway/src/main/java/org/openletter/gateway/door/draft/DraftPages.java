package org.openletter.gateway.door.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where words are kept, and shown again.
@Controller
class DraftPages {

  private final Parked parked;
  private final ParkForm parkForm;
  private final KeepLeft keepLeft;
  private final Troubles troubles;
  private final Pages pages;
  private final Templates templates;

  DraftPages(
      Parked parked,
      ParkForm parkForm,
      KeepLeft keepLeft,
      Troubles troubles,
      Pages pages,
      Templates templates) {
    this.parked = parked;
    this.parkForm = parkForm;
    this.keepLeft = keepLeft;
    this.troubles = troubles;
    this.pages = pages;
    this.templates = templates;
  }

  /// The composer of a page that was made for strangers, sent by somebody who has signed in since.
  /// A stranger's comes no further than `StrangersForms`. She confirms it under her own handle.
  @Access(Access.To.EVERYBODY)
  @PostMapping("/letters/{letterId:[0-9a-z]{12}}/draft-comment")
  void park(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<SentForm> sent = SentForm.in(request, Asked.path(request));
    if (sent.isEmpty()) {
      troubles.tell(request, response, Trouble.unreadable());
      return;
    }
    switch (parkForm.park(request, sent.get())) {
      case ParkForm.Result.Kept(String page) -> seeOther(response, page);
      case ParkForm.Result.NothingToKeep(String page) -> seeOther(response, page + "#respond-text");
      case ParkForm.Result.TooLarge(int limit) ->
          troubles.tell(request, response, Trouble.tooLarge(limit));
      case ParkForm.Result.NoRoom() -> troubles.tell(request, response, Trouble.tooMuchKept());
    }
  }

  /// What stands in the forms of somebody who leaves in a hurry. Nobody reads the answer.
  @Access(Access.To.EVERYBODY)
  @PostMapping("/kept")
  void keep(HttpServletRequest request, HttpServletResponse response) {
    HttpStatus status =
        switch (keepLeft.keep(request)) {
          case KeepLeft.Result.Kept() -> HttpStatus.NO_CONTENT;
          case KeepLeft.Result.NothingToKeep() -> HttpStatus.NOT_FOUND;
          case KeepLeft.Result.TooLarge() -> HttpStatus.CONTENT_TOO_LARGE;
          case KeepLeft.Result.Unreadable() -> HttpStatus.BAD_REQUEST;
          case KeepLeft.Result.Nobodys() -> HttpStatus.FORBIDDEN;
          case KeepLeft.Result.TooMany() -> HttpStatus.TOO_MANY_REQUESTS;
        };
    response.setStatus(status.value());
  }

  @Access(Access.To.SIGNED_IN)
  @GetMapping("/kept")
  View kept(Viewer viewer, HttpServletRequest request) {
    var waiting =
        parked.visible(request).stream().flatMap(draft -> KeptEntry.of(draft).stream()).toList();
    var gone =
        parked.madeWay(request).stream()
            .flatMap(draft -> draft.sent().map(KeptEntry::title).stream())
            .toList();
    return Pages.html(
        templates.draftKept(
            pages.page(viewer, "Kept words").styled("thread").scripted("respond"), waiting, gone));
  }

  @Access(Access.To.SIGNED_IN)
  @PostMapping("/kept/discard")
  void discard(
      @RequestParam String kept, HttpServletRequest request, HttpServletResponse response) {
    parked.settle(request, draft -> draft.name().equals(kept));
    seeOther(response, "/kept");
  }

  private static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", address);
  }
}
