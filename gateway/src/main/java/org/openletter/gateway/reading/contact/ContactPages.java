package org.openletter.gateway.reading.contact;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.platform.text.PlainText;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// An admin says how people reach whoever runs the site.
@Access(Access.To.ADMIN)
@Controller
@RequestMapping("/admin/contact")
class ContactPages {

  private final Contact contact;
  private final Pages pages;
  private final Templates templates;

  ContactPages(Contact contact, Pages pages, Templates templates) {
    this.contact = contact;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View open(Viewer viewer, @RequestParam(required = false) @Nullable String saved) {
    Contact.Said said = contact.said();
    return page(
        viewer,
        HttpStatus.OK,
        new ContactPage(said.words(), said.version(), null, null, saved != null));
  }

  @PostMapping
  View say(
      Viewer viewer,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "0") long version) {
    // The length comes first: nothing longer is worked on.
    if (PlainText.length(words) > Contact.LONGEST) {
      return wrong(viewer, words, version, "At most " + Contact.LONGEST + " characters.");
    }
    String clean = PlainText.clean(words);
    if (PlainText.blank(clean)) {
      return wrong(
          viewer, words, version, "Say at least one way: people need it when they are named here.");
    }
    if (contact.say(clean, version)) {
      return Pages.seeOther("/admin/contact?saved");
    }
    Contact.Said newer = contact.said();
    return page(
        viewer,
        HttpStatus.CONFLICT,
        new ContactPage(words, newer.version(), newer.words(), null, false));
  }

  private View wrong(Viewer viewer, String words, long version, String error) {
    return page(
        viewer,
        HttpStatus.UNPROCESSABLE_CONTENT,
        new ContactPage(words, version, null, error, false));
  }

  private View page(Viewer viewer, HttpStatus status, ContactPage shown) {
    return Pages.html(
        status,
        templates.contactPage(
            pages.page(viewer, "Contact").under(Place.ADMIN).onDesk().styled("admin"), shown));
  }
}
