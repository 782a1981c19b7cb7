package org.openletter.gateway.own.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The inbox.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/inbox")
class InboxPages {

  private final PeopleClient people;
  private final Pages pages;
  private final Templates templates;

  InboxPages(PeopleClient people, Pages pages, Templates templates) {
    this.people = people;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View inbox(Viewer viewer, @RequestParam(required = false) @Nullable String before) {
    var page =
        pages.page(viewer, "Your inbox").at("/inbox").under(Place.INBOX).onDesk().styled("inbox");
    var listed = people.notices(before);
    return Pages.html(templates.inboxPage(page, InboxPage.of(listed, before == null)));
  }

  /// Marks all as read, or the one that is named.
  @PostMapping("/read")
  View read(@RequestParam(required = false) @Nullable String id) {
    people.read(id == null ? Map.of() : Map.of("id", id));
    return Pages.seeOther("/inbox");
  }
}
