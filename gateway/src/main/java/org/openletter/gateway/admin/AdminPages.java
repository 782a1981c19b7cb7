package org.openletter.gateway.admin;

import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// How the services are.
@Access(Access.To.ADMIN)
@Controller
class AdminPages {

  private final AskServices askServices;
  private final Pages pages;
  private final Templates templates;

  AdminPages(AskServices askServices, Pages pages, Templates templates) {
    this.askServices = askServices;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/admin")
  View services(Viewer viewer) {
    ServicesPage shown = ServicesPage.of(askServices.ask());
    return Pages.html(
        templates.adminServices(
            pages.page(viewer, "Services").under(Place.ADMIN).onDesk().styled("admin"), shown));
  }
}
