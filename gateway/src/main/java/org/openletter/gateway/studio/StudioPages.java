package org.openletter.gateway.studio;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list of a creator's letters.
@Access(Access.To.SIGNED_IN)
@Controller
class StudioPages {

  private final OpenStudio openStudio;
  private final Pages pages;
  private final Templates templates;

  StudioPages(OpenStudio openStudio, Pages pages, Templates templates) {
    this.openStudio = openStudio;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/studio")
  View letters(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String done) {
    String said = toast(done);
    StudioPage shown;
    try {
      shown = openStudio.open(before);
    } catch (NoAnswer noAnswer) {
      if (said != null) {
        return doneButNotShown(viewer, said, noAnswer);
      }
      throw noAnswer;
    }
    var page =
        pages.page(viewer, "Studio").at("/studio").under(Place.STUDIO).onDesk().styled("studio");
    return Pages.html(templates.studioLetters(page, shown, said));
  }

  private View doneButNotShown(Viewer viewer, String said, NoAnswer noAnswer) {
    return Pages.html(
        HttpStatus.SERVICE_UNAVAILABLE,
        templates.studioLater(
            pages.page(viewer, "Done").under(Place.STUDIO),
            said + " Your other letters cannot be listed right now",
            Away.clause(noAnswer),
            "/studio"));
  }

  private static @Nullable String toast(@Nullable String done) {
    return switch (done) {
      case "withdrawn" -> "The letter is withdrawn. Readers do not see it any more.";
      case "discarded" -> "The draft is discarded.";
      case null, default -> null;
    };
  }
}
