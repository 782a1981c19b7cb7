package org.openletter.gateway.studio.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.Import;
import org.openletter.gateway.neighbour.posts.ImportsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Bringing in letters in three steps, each at an address that can be loaded again.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/imports")
class ImportPages {

  private final UploadImport uploadImport;
  private final ConfirmImport confirmImport;
  private final ImportsClient imports;
  private final Pages pages;
  private final Templates templates;

  ImportPages(
      UploadImport uploadImport,
      ConfirmImport confirmImport,
      ImportsClient imports,
      Pages pages,
      Templates templates) {
    this.uploadImport = uploadImport;
    this.confirmImport = confirmImport;
    this.imports = imports;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View choose(Viewer viewer) {
    return choose(viewer, HttpStatus.OK, null);
  }

  /// Where a file leads that was too large to be read at all.
  @GetMapping("/too-large")
  View tooLarge(Viewer viewer) {
    return choose(viewer, HttpStatus.CONTENT_TOO_LARGE, OversizeUploads.SENTENCE);
  }

  @PostMapping
  View upload(Viewer viewer, @RequestParam MultipartFile file) {
    return switch (uploadImport.upload(file)) {
      case Outcome.Done<String>(String id) -> Pages.seeOther("/studio/imports/" + id);
      case Outcome.NotDone<String> no -> choose(viewer, no.code(), no.sentence());
    };
  }

  /// @param from where the list of letters begins; given, they are shown for choosing more
  @GetMapping("/{id:[0-9a-z-]{8,64}}")
  View check(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer from) {
    Import file = imports.find(id, from == null ? 0 : from);
    return from != null && file.state().equals("done")
        ? Pages.html(HttpStatus.OK, templates.importingCheck(page(viewer, "htmx"), file, null))
        : shown(viewer, HttpStatus.OK, file, null);
  }

  @PostMapping("/{id:[0-9a-z-]{8,64}}/confirmation")
  View confirm(
      Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    // Not bound as a list: names from the file may hold the comma that would divide them.
    var letters = form.getOrDefault("letters", List.of());
    boolean initials = form.containsKey("initials");
    return switch (confirmImport.confirm(id, letters, initials)) {
      case Outcome.Done<Import> _ -> Pages.seeOther("/studio/imports/" + id);
      case Outcome.NotDone<Import> no ->
          shown(viewer, no.code(), imports.find(id, 0), no.sentence());
    };
  }

  @PostMapping("/{id:[0-9a-z-]{8,64}}/cancel")
  View cancel(Viewer viewer, @PathVariable String id, @RequestParam String seen) {
    try {
      imports.cancel(id, seen);
      return Pages.seeOther("/studio/imports");
    } catch (CallRefused refused) {
      if (refused.status() != HttpStatus.CONFLICT.value()) {
        throw refused;
      }
      return shown(viewer, HttpStatus.CONFLICT, imports.find(id, 0), refused.detail());
    }
  }

  private View choose(Viewer viewer, HttpStatusCode status, @Nullable String problem) {
    return Pages.html(status, templates.importingChoose(page(viewer, "imports"), problem));
  }

  private View shown(Viewer viewer, HttpStatusCode status, Import file, @Nullable String problem) {
    var page = page(viewer, "htmx");
    return Pages.html(
        status,
        switch (file.state()) {
          case "bringing-in" -> templates.importingProgress(page, file, problem);
          case "done" -> templates.importingDone(page, file, problem);
          default -> templates.importingCheck(page, file, problem);
        });
  }

  private Page page(Viewer viewer, String script) {
    return pages
        .page(viewer, "Bring in a letter")
        .under(Place.STUDIO)
        .onDesk()
        .styled("importing")
        .scripted(script);
  }
}
