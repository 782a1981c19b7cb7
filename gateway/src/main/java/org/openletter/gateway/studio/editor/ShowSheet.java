package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// Shows words as readers will see them. What cannot be rendered just now is left out: nobody stops
/// writing because of that.
@Component
class ShowSheet {

  private final DraftsClient letters;

  ShowSheet(DraftsClient letters) {
    this.letters = letters;
  }

  /// The sheet for what stands in the form.
  ///
  /// @param date the letter's date when it has one already
  Sheet show(Viewer viewer, DraftForm form, @Nullable Instant date) {
    var writer = Objects.requireNonNull(viewer.signed(), "Only signed-in people have an editor.");
    String from = form.byline().isBlank() ? writer.name() : form.byline();
    boolean own = from.strip().equalsIgnoreCase(writer.name().strip());
    var preview = preview(form);
    return new Sheet(
        form.addressee(),
        form.title(),
        from,
        own ? writer.handle() : null,
        own ? null : writer.name(),
        form.disclaimer(),
        preview == null ? null : preview.html(),
        preview == null ? 0 : preview.words(),
        preview == null ? 0 : preview.minutes(),
        language(form, preview),
        date,
        true);
  }

  private static String language(DraftForm form, DraftsClient.@Nullable Preview preview) {
    String found = preview == null ? null : preview.language();
    return found == null ? form.language() : found;
  }

  private DraftsClient.@Nullable Preview preview(DraftForm form) {
    try {
      return letters.preview(form.words());
    } catch (CallRefused | NoAnswer notNow) {
      return null;
    }
  }
}
