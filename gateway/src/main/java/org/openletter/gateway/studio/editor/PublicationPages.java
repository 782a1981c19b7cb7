package org.openletter.gateway.studio.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Looking at a draft as readers will see it, and publishing it.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/letters/{id:[0-9a-z]{12}}")
class PublicationPages {

  private final PublishLetter publishLetter;
  private final OpenDraft openDraft;
  private final ShowSheet showSheet;
  private final Pages pages;
  private final Templates templates;

  PublicationPages(
      PublishLetter publishLetter,
      OpenDraft openDraft,
      ShowSheet showSheet,
      Pages pages,
      Templates templates) {
    this.publishLetter = publishLetter;
    this.openDraft = openDraft;
    this.showSheet = showSheet;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/preview")
  View preview(Viewer viewer, @PathVariable String id) {
    return look(viewer, id, HttpStatus.OK, null, List.of());
  }

  @PostMapping("/publication")
  View publish(Viewer viewer, @PathVariable String id, @RequestParam int version) {
    return switch (publishLetter.publish(id, version)) {
      case Outcome.Done<String>(String address) -> Pages.seeOther(address + "?said=published");
      case Outcome.NotDone<String> no -> look(viewer, id, no.code(), no.ofForm(), no.fields());
    };
  }

  private View look(
      Viewer viewer,
      String id,
      HttpStatusCode status,
      @Nullable String problem,
      List<FieldProblem> fields) {
    var letter = openDraft.open(id);
    var sheet = showSheet.show(viewer, letter.form(), letter.publishedAt());
    return Pages.html(
        status,
        templates.editorPreview(page(viewer), new PreviewPage(letter, sheet, problem, fields)));
  }

  private Page page(Viewer viewer) {
    return pages
        .page(viewer, "As readers will see it")
        .under(Place.STUDIO)
        .withEdge()
        .styled("letter", "editor");
  }
}
