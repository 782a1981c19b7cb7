package org.openletter.gateway.reading.people;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.cache.Incomplete;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The public page of a person.
@Access(value = Access.To.EVERYBODY, cached = true)
@Controller
class PeoplePages {

  private final OpenProfile openProfile;
  private final Pages pages;
  private final Templates templates;

  PeoplePages(OpenProfile openProfile, Pages pages, Templates templates) {
    this.openProfile = openProfile;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/people/{handle:[a-z0-9_-]{3,30}}")
  View person(
      Viewer viewer,
      @PathVariable String handle,
      @RequestParam(required = false) @Nullable String before) {
    return openProfile
        .open(handle, before)
        .map(profile -> found(viewer, profile))
        .orElseGet(() ->
            Pages.html(
                HttpStatus.NOT_FOUND,
                templates.pageProblem(
                    pages.page(viewer, "Not here"), "Nobody here has this handle.", null)));
  }

  private View found(Viewer viewer, OpenProfile.Profile profile) {
    if (profile.letters().known().isEmpty()) {
      Incomplete.mark();
    }
    var person = profile.person();
    var page =
        pages
            .page(viewer, person.name())
            .describedAs("Letters by " + person.name() + ".")
            .at("/people/" + person.handle())
            .styled("home");
    return Pages.html(templates.peoplePage(page, person, profile.letters().known().orElse(null)));
  }
}
