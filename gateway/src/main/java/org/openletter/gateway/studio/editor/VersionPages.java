package org.openletter.gateway.studio.editor;

import java.util.List;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.templates.gateway.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The earlier texts of a letter: reading, comparing and restoring them.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/letters/{id:[0-9a-z]{12}}/versions")
class VersionPages {

  private final OpenDraft openDraft;
  private final OpenVersion openVersion;
  private final RestoreVersion restoreVersion;
  private final DraftsClient letters;
  private final Pages pages;
  private final Templates templates;

  VersionPages(
      OpenDraft openDraft,
      OpenVersion openVersion,
      RestoreVersion restoreVersion,
      DraftsClient letters,
      Pages pages,
      Templates templates) {
    this.openDraft = openDraft;
    this.openVersion = openVersion;
    this.restoreVersion = restoreVersion;
    this.letters = letters;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View list(Viewer viewer, @PathVariable String id) {
    var letter = openDraft.open(id);
    return Pages.html(
        templates.editorVersions(
            page(viewer, "Versions"), letter, letters.versions(id).versions()));
  }

  @GetMapping("/{number:[0-9]{1,9}}")
  View read(Viewer viewer, @PathVariable String id, @PathVariable int number) {
    var shown = openVersion.open(viewer, id, number, null, List.of());
    return Pages.html(templates.editorVersion(page(viewer, "Version " + number), shown));
  }

  @PostMapping("/{number:[0-9]{1,9}}/restoration")
  View restore(
      Viewer viewer, @PathVariable String id, @PathVariable int number, @RequestParam int version) {
    return switch (restoreVersion.restore(id, number, version)) {
      case Outcome.Done<Draft> _ -> Pages.seeOther("/studio/letters/" + id);
      case Outcome.NotDone<Draft> no ->
          Pages.html(
              no.code(),
              templates.editorVersion(
                  page(viewer, "Version " + number),
                  openVersion.open(viewer, id, number, no.ofForm(), no.fields())));
    };
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).under(Place.STUDIO).onDesk().styled("letter", "editor");
  }
}
