package org.openletter.gateway.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.gateway.error.Trouble;
import org.openletter.gateway.error.Troubles;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where kept words are shown again.
@Controller
class DraftPages {

  private final Parked parked;
  private final ParkForm parkForm;
  private final Troubles troubles;
  private final Pages pages;
  private final Templates templates;

  DraftPages(
      Parked parked, ParkForm parkForm, Troubles troubles, Pages pages, Templates templates) {
    this.parked = parked;
    this.parkForm = parkForm;
    this.troubles = troubles;
    this.pages = pages;
    this.templates = templates;
  }

  /// The composer of a page that was made for strangers, sent by somebody who has signed in since.
  /// A stranger's comes no further than `StrangersForms`. She confirms it under her own handle.
  @PostMapping("/letters/{letterId:[0-9a-z]{12}}/draft-comment")
  void park(@PathVariable String letterId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (parkForm.park(request)) {
      case ParkForm.Result.Kept(String page) -> seeOther(response, page + "#respond");
      case ParkForm.Result.NothingToKeep(String page) -> seeOther(response, page + "#respond");
      case ParkForm.Result.TooLarge(int limit) ->
          troubles.tell(request, response, Trouble.tooLarge(limit));
    }
  }

  @GetMapping("/kept")
  View kept(Viewer viewer, HttpServletRequest request) {
    return Pages.html(
        templates.draftKept(
            pages.page(viewer, "Your words were kept"), parked.all(request, Parked.FORM)));
  }

  @PostMapping("/kept/discard")
  void discard(
      @RequestParam String target, HttpServletRequest request, HttpServletResponse response) {
    parked.settle(request, Parked.FORM, target);
    seeOther(response, "/kept");
  }

  private static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", address);
  }
}
