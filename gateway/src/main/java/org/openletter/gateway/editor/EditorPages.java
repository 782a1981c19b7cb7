package org.openletter.gateway.editor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.page.Page;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.page.Place;
import org.openletter.gateway.page.Viewer;
import org.openletter.platform.id.Ids;
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
@Controller
@RequestMapping("/studio/letters")
class EditorPages {

  private final SaveDraft saveDraft;
  private final ShowSheet showSheet;
  private final LettersClient letters;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  EditorPages(
      SaveDraft saveDraft,
      ShowSheet showSheet,
      LettersClient letters,
      Pages pages,
      Templates templates,
      Ids ids) {
    this.saveDraft = saveDraft;
    this.showSheet = showSheet;
    this.letters = letters;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  @GetMapping("/new")
  View empty(Viewer viewer) {
    var shown = EditorPage.empty(DraftForm.empty(ids.random12()));
    return editor(viewer, HttpStatus.OK, shown);
  }

  @GetMapping("/{id:[0-9a-z]{12}}")
  View open(Viewer viewer, @PathVariable String id) {
    return editor(viewer, HttpStatus.OK, EditorPage.of(letters.draft(id)));
  }

  @PostMapping
  View begin(Viewer viewer, @RequestParam Map<String, String> fields) {
    return save(viewer, EditorPage.empty(DraftForm.of(fields)), fields);
  }

  @PostMapping("/{id:[0-9a-z]{12}}")
  View save(Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields) {
    var kept = EditorPage.of(letters.draft(id));
    return save(viewer, kept.with(DraftForm.of(fields)), fields);
  }

  /// The live preview: what stands in the form, rendered, and nothing kept.
  @PostMapping("/preview")
  View preview(Viewer viewer, @RequestParam Map<String, String> fields) {
    var form = DraftForm.of(fields);
    return Pages.part(
        HttpStatus.OK,
        templates.editorSheet(page(viewer), showSheet.show(viewer, form, null), true));
  }

  private View save(Viewer viewer, EditorPage typed, Map<String, String> fields) {
    boolean part = fields.containsKey("part");
    return switch (saveDraft.save(typed.id(), typed.form())) {
      case SaveDraft.Result.Saved saved when part ->
          part(viewer, HttpStatus.OK, typed.saved(saved));
      case SaveDraft.Result.Saved saved -> onwards(saved.id(), fields.get("act"));
      case SaveDraft.Result.Changed(var newer) ->
          unsaved(viewer, part, HttpStatus.CONFLICT, typed.unsaved(List.of(), null, newer));
      case SaveDraft.Result.BegunBefore() ->
          unsaved(viewer, part, HttpStatus.CONFLICT, begunBefore(typed));
      case SaveDraft.Result.Invalid(var wrong) ->
          unsaved(viewer, part, HttpStatus.UNPROCESSABLE_CONTENT, typed.unsaved(wrong, null, null));
      case SaveDraft.Result.Refused(int status, String why) ->
          unsaved(
              viewer, part, HttpStatusCode.valueOf(status), typed.unsaved(List.of(), why, null));
    };
  }

  private EditorPage begunBefore(EditorPage typed) {
    return typed
        .with(typed.form().keyed(ids.random12()))
        .unsaved(
            List.of(),
            "Not saved: a letter was begun from this page before, with other words; it is in your"
                + " studio. Your words are kept on this page. Save again to make them a letter of"
                + " their own.",
            null);
  }

  private View unsaved(Viewer viewer, boolean part, HttpStatusCode status, EditorPage shown) {
    return part ? part(viewer, status, shown) : editor(viewer, status, shown);
  }

  private View part(Viewer viewer, HttpStatusCode status, EditorPage shown) {
    return Pages.part(status, templates.editorState(page(viewer), shown));
  }

  private View editor(Viewer viewer, HttpStatusCode status, EditorPage shown) {
    var sheet = showSheet.show(viewer, shown.form(), shown.publishedAt());
    return Pages.html(status, templates.editorPage(page(viewer), shown, sheet));
  }

  private Page page(Viewer viewer) {
    return pages
        .page(viewer, "Write a letter")
        .under(viewer.signed() != null && viewer.signed().hasLetters() ? Place.STUDIO : Place.WRITE)
        .onDesk()
        .styled("letter", "editor")
        .scripted("editor", "marks");
  }

  private static View onwards(String id, @Nullable String act) {
    return Pages.seeOther("/studio/letters/" + id + ("preview".equals(act) ? "/preview" : ""));
  }
}
