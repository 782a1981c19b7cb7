package org.openletter.gateway.reading.about;

import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.reading.contact.Contact;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// House rules, and what this place is.
@Access(value = Access.To.EVERYBODY, cached = true)
@Controller
class AboutPages {

  private final Contact contact;
  private final Pages pages;
  private final Templates templates;

  AboutPages(Contact contact, Pages pages, Templates templates) {
    this.contact = contact;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/rules")
  View rules(Viewer viewer) {
    var page =
        pages
            .page(viewer, "House rules")
            .describedAs("What is kept off these pages, and why.")
            .at("/rules")
            .under(Place.ABOUT)
            .styled("about");
    return Pages.html(templates.aboutRules(page));
  }

  @GetMapping("/about")
  View about(Viewer viewer) {
    var page =
        pages
            .page(viewer, "About this place")
            .describedAs("What this place is for, how decisions are made and what is stored.")
            .at("/about")
            .under(Place.ABOUT)
            .styled("about");
    return Pages.html(templates.aboutPage(page, contact.shown().orElse(null)));
  }
}
