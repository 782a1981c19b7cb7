package org.openletter.gateway.studio;

import org.openletter.gateway.page.Page;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.page.Place;
import org.openletter.gateway.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Taking a letter back: withdrawing one that is public, discarding one that never was. Both ask
/// once, because neither can be undone by a button.
@Controller
@RequestMapping("/studio/letters/{id:[0-9a-z]{12}}")
class TakeBackPages {

  private final LettersClient letters;
  private final Pages pages;
  private final Templates templates;

  TakeBackPages(LettersClient letters, Pages pages, Templates templates) {
    this.letters = letters;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/withdrawal")
  View askToWithdraw(Viewer viewer, @PathVariable String id) {
    var letter = letters.head(id);
    if (!letter.state().equals("published")) {
      return Pages.seeOther("/studio/letters/" + id);
    }
    return Pages.html(
        templates.studioWithdraw(page(viewer, "Withdraw this letter"), id, letter.name()));
  }

  @PostMapping("/withdrawal")
  View withdraw(@PathVariable String id) {
    letters.withdraw(id);
    return Pages.seeOther("/studio?done=withdrawn");
  }

  @GetMapping("/discard")
  View askToDiscard(Viewer viewer, @PathVariable String id) {
    var letter = letters.head(id);
    if (!letter.state().equals("draft")) {
      return Pages.seeOther("/studio/letters/" + id);
    }
    return Pages.html(
        templates.studioDiscard(page(viewer, "Discard this draft"), id, letter.name()));
  }

  @PostMapping("/discard")
  View discard(@PathVariable String id) {
    letters.discard(id);
    return Pages.seeOther("/studio?done=discarded");
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).under(Place.STUDIO).onDesk().styled("studio");
  }
}
