package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.gateway.studio.importing.OldSite;
import org.openletter.platform.problem.FieldProblem;

/// The editor: the form, where its words are kept, and what stood in the way of keeping them.
///
/// @param id the letter, or null while it was never kept
/// @param state `new`, `draft`, `published` or `withdrawn`; `unknown` when nobody could tell
/// @param savedAt when its words were last kept, or null
/// @param source in words where it was brought in from, or null
/// @param before what it was there, as a sentence, when not everybody could read it; else empty
/// @param fields what is wrong with which field
/// @param problem why the words were not kept, or null
/// @param newer the words that were kept in the meantime, or null
public record EditorPage(
    @Nullable String id,
    String state,
    @Nullable String slug,
    DraftForm form,
    @Nullable Instant savedAt,
    @Nullable Instant publishedAt,
    boolean unpublishedChanges,
    @Nullable String source,
    String before,
    List<FieldProblem> fields,
    @Nullable String problem,
    @Nullable Newer newer) {

  static EditorPage empty(DraftForm form) {
    return bare(null, "new", form);
  }

  /// A letter of which nothing is known just now but what stands in the form.
  static EditorPage unknown(String id, DraftForm form) {
    return bare(id, "unknown", form);
  }

  private static EditorPage bare(@Nullable String id, String state, DraftForm form) {
    return new EditorPage(
        id, state, null, form, null, null, false, null, "", List.of(), null, null);
  }

  static EditorPage of(Draft draft) {
    var source = draft.source();
    return new EditorPage(
        draft.id(),
        draft.state(),
        draft.slug(),
        DraftForm.of(draft),
        draft.savedAt(),
        draft.publishedAt() == null && source != null ? source.date() : draft.publishedAt(),
        draft.unpublishedChanges(),
        source == null ? null : source.file() == null ? source.importer() : source.file(),
        OldSite.sentence(draft.was()),
        List.of(),
        null,
        null);
  }

  /// The same letter with other words in the form.
  EditorPage with(DraftForm words) {
    return new EditorPage(
        id,
        state,
        slug,
        words,
        savedAt,
        publishedAt,
        unpublishedChanges,
        source,
        before,
        fields,
        problem,
        newer);
  }

  /// A letter whose words have just been kept as they stand in the form.
  static EditorPage saved(Draft kept, DraftForm form) {
    return of(kept).with(form.upon(kept.version()));
  }

  /// The same letter whose words were not kept.
  EditorPage unsaved(List<FieldProblem> wrong, @Nullable String why, @Nullable Newer since) {
    return new EditorPage(
        id,
        state,
        slug,
        since == null ? form : form.over(since.words()),
        savedAt,
        publishedAt,
        unpublishedChanges,
        source,
        before,
        wrong,
        why,
        since);
  }

  /// Whether it is known if and when readers see it.
  public boolean isKnown() {
    return !state.equals("unknown");
  }

  /// Whether its words stay as they are: a withdrawn letter is never public again.
  public boolean isFinal() {
    return state.equals("withdrawn");
  }

  /// Where the form is sent.
  public String action() {
    return id == null ? "/studio/letters" : "/studio/letters/" + id;
  }

  /// Where readers find the letter, or null while they do not.
  public @Nullable String publicHref() {
    return id != null && state.equals("published")
        ? LetterAddress.of(id, slug == null ? "" : slug)
        : null;
  }

  /// What is wrong with this field, or null.
  public @Nullable String error(String field) {
    return fields.stream()
        .filter(wrong -> wrong.field().equals(field) || wrong.field().startsWith(field + "["))
        .map(FieldProblem::sentence)
        .findFirst()
        .orElse(null);
  }

  /// What the script needs to know: `saved`, `newer` or `unsaved`.
  public String outcome() {
    if (newer != null) {
      return "newer";
    }
    return fields.isEmpty() && problem == null ? "saved" : "unsaved";
  }
}
