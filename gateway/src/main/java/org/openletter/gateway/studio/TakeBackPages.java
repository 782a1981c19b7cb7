package org.openletter.gateway.studio;

import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Taking a letter back: withdrawing one that is public, discarding one that never was. Both ask
/// once, because neither can be undone by a button.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/letters/{id:[0-9a-z]{12}}")
class TakeBackPages {

  private final DraftsClient letters;
  private final Pages pages;
  private final Templates templates;

  TakeBackPages(DraftsClient letters, Pages pages, Templates templates) {
    this.letters = letters;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/withdrawal")
  View askToWithdraw(Viewer viewer, @PathVariable String id) {
    return askToWithdraw(viewer, id, HttpStatus.OK);
  }

  @PostMapping("/withdrawal")
  View withdraw(Viewer viewer, @PathVariable String id, @RequestParam int version) {
    try {
      letters.withdraw(id, version);
      return Pages.seeOther("/studio?done=withdrawn");
    } catch (CallRefused refused) {
      return changed(refused) ? askToWithdraw(viewer, id, HttpStatus.CONFLICT) : refused(refused);
    }
  }

  @GetMapping("/discard")
  View askToDiscard(Viewer viewer, @PathVariable String id) {
    return askToDiscard(viewer, id, HttpStatus.OK);
  }

  @PostMapping("/discard")
  View discard(Viewer viewer, @PathVariable String id, @RequestParam int version) {
    try {
      letters.discard(id, version);
      return Pages.seeOther("/studio?done=discarded");
    } catch (CallRefused refused) {
      return changed(refused) ? askToDiscard(viewer, id, HttpStatus.CONFLICT) : refused(refused);
    }
  }

  private View askToWithdraw(Viewer viewer, String id, HttpStatus status) {
    var letter = letters.draft(id);
    Integer version = letter.publicVersion();
    if (!letter.isPublished() || version == null) {
      return Pages.seeOther("/studio/letters/" + id);
    }
    return Pages.html(
        status,
        templates.studioWithdraw(
            page(viewer, "Withdraw this letter"),
            id,
            letter.name(),
            version,
            status == HttpStatus.CONFLICT));
  }

  private View askToDiscard(Viewer viewer, String id, HttpStatus status) {
    var letter = letters.draft(id);
    if (!letter.isDraft()) {
      return Pages.seeOther("/studio/letters/" + id);
    }
    return Pages.html(
        status,
        templates.studioDiscard(
            page(viewer, "Discard this draft"),
            id,
            letter.name(),
            letter.version(),
            status == HttpStatus.CONFLICT));
  }

  private static boolean changed(CallRefused refused) {
    return refused.type().equals("letter-changed");
  }

  private static View refused(CallRefused refused) {
    throw refused;
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).under(Place.STUDIO).onDesk().styled("studio");
  }
}
