package org.openletter.gateway.studio.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.draft.Parked;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
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

/// The editor. Its form is sent whole by a button; the script sends the same form on its own after
/// a pause and asks for `part=true`, the lines that say where the words are.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/letters")
class EditorPages {

  private final OpenDraft openDraft;
  private final SaveDraft saveDraft;
  private final ShowSheet showSheet;
  private final Parked parked;
  private final Pages pages;
  private final Templates templates;

  EditorPages(
      OpenDraft openDraft,
      SaveDraft saveDraft,
      ShowSheet showSheet,
      Parked parked,
      Pages pages,
      Templates templates) {
    this.openDraft = openDraft;
    this.saveDraft = saveDraft;
    this.showSheet = showSheet;
    this.parked = parked;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/new")
  View empty(Viewer viewer, HttpServletRequest request) {
    return editor(viewer, HttpStatus.OK, waiting(request, null).orElseGet(openDraft::empty));
  }

  @GetMapping("/{id:[0-9a-z]{12}}")
  View open(Viewer viewer, HttpServletRequest request, @PathVariable String id) {
    var kept = openDraft.open(id);
    return editor(viewer, HttpStatus.OK, waiting(request, id).orElse(kept));
  }

  /// Where a sign-in in another tab ends: the letter is in the first one.
  @GetMapping("/signed-in")
  View signedIn(Viewer viewer) {
    return Pages.html(templates.editorSignedIn(pages.page(viewer, "You are signed in again")));
  }

  @PostMapping
  View begin(Viewer viewer, @RequestParam Map<String, String> fields) {
    return save(viewer, null, fields);
  }

  @PostMapping("/{id:[0-9a-z]{12}}")
  View change(Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields) {
    return save(viewer, id, fields);
  }

  /// The live preview: what stands in the form, rendered, and nothing kept.
  @PostMapping("/preview")
  View preview(Viewer viewer, @RequestParam Map<String, String> fields) {
    var sheet = showSheet.show(viewer, DraftForm.of(fields), dated(fields).orElse(null));
    return Pages.part(
        HttpStatus.OK,
        templates.editorSheet(
            page(viewer, null), fields.containsKey("dated") ? sheet : sheet.undated(), true));
  }

  // The form knows the date that the letter had when it was opened: nobody is asked for it again
  // after each pause in writing.
  private static Optional<Instant> dated(Map<String, String> fields) {
    try {
      return Optional.of(Instant.parse(fields.getOrDefault("dated", "")));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  // What was sent after the session had ended stands in the form again, and nowhere else yet.
  private Optional<EditorPage> waiting(HttpServletRequest request, @Nullable String id) {
    String target = id == null ? "/studio/letters" : "/studio/letters/" + id;
    return parked
        .find(request, Parked.FORM, target)
        .map(draft -> {
          var fields = new HashMap<String, String>();
          draft.fields().forEach((name, _) -> fields.put(name, draft.text(name)));
          return openDraft
              .with(id, DraftForm.of(fields))
              .unsaved(
                  List.of(),
                  "Not saved yet: you were signed out when you sent this. Your words are in the form"
                      + " as you wrote them. Save them to keep them.",
                  null);
        });
  }

  private View save(Viewer viewer, @Nullable String id, Map<String, String> fields) {
    boolean part = fields.containsKey("part");
    var form = DraftForm.of(fields);
    return switch (saveDraft.save(id, form)) {
      case Outcome.Done<SaveDraft.Result>(SaveDraft.Result.Saved(var letter)) ->
          part
              ? part(viewer, HttpStatus.OK, EditorPage.saved(letter, form))
              : onwards(letter.id(), fields.get("act"));
      case Outcome.Done<SaveDraft.Result>(SaveDraft.Result.Changed(var newer)) ->
          unsaved(
              viewer,
              part,
              HttpStatus.CONFLICT,
              openDraft.with(id, form).unsaved(List.of(), null, newer));
      case Outcome.NotDone<SaveDraft.Result> no -> {
        var typed = openDraft.with(id, form);
        yield unsaved(
            viewer,
            part,
            no.code(),
            (no.is(SaveDraft.BEGUN_BEFORE) ? openDraft.anew(typed) : typed)
                .unsaved(no.fields(), no.ofForm(), null));
      }
    };
  }

  private View unsaved(Viewer viewer, boolean part, HttpStatusCode status, EditorPage shown) {
    return part ? part(viewer, status, shown) : editor(viewer, status, shown);
  }

  private View part(Viewer viewer, HttpStatusCode status, EditorPage shown) {
    return Pages.part(status, templates.editorState(page(viewer, shown.id()), shown));
  }

  private View editor(Viewer viewer, HttpStatusCode status, EditorPage shown) {
    var sheet = showSheet.show(viewer, shown.form(), shown.publishedAt());
    return Pages.html(
        status,
        templates.editorPage(
            page(viewer, shown.id()), shown, shown.isKnown() ? sheet : sheet.undated()));
  }

  private Page page(Viewer viewer, @Nullable String id) {
    return pages
        .page(viewer, id == null ? "Write a letter" : "Edit your letter")
        .under(viewer.signed() != null && viewer.signed().hasLetters() ? Place.STUDIO : Place.WRITE)
        .onDesk()
        .styled("letter", "editor")
        .scripted("editor", "marks", "paste");
  }

  private static View onwards(String id, @Nullable String act) {
    return Pages.seeOther("/studio/letters/" + id + ("preview".equals(act) ? "/preview" : ""));
  }
}
