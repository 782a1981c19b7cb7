package org.openletter.gateway.reading.home;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The front page and the list of all letters.
@Access(value = Access.To.EVERYBODY, cached = true)
@Controller
class HomePages {

  private static final int NEWEST = 10;
  private static final int PAGE = 20;

  private final ListLetters listLetters;
  private final Pages pages;
  private final Templates templates;

  HomePages(ListLetters listLetters, Pages pages, Templates templates) {
    this.listLetters = listLetters;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/")
  View home(Viewer viewer) {
    var page =
        pages
            .page(viewer, "Letters that want an answer")
            .describedAs("Open letters, and the conversations below them. Newest first.")
            .at("/")
            .under(Place.LETTERS)
            .withEdge()
            .styled("home");
    return Pages.html(templates.homePage(page, listLetters.list(null, null, NEWEST)));
  }

  @GetMapping("/letters")
  View all(Viewer viewer, @RequestParam(required = false) @Nullable String before) {
    var page =
        pages
            .page(viewer, "All letters")
            .describedAs("All open letters, newest first.")
            .at("/letters")
            .under(Place.LETTERS)
            .withEdge()
            .styled("home");
    return Pages.html(
        templates.homeAll(page, listLetters.list(before, null, PAGE), before != null));
  }
}
