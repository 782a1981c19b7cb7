package org.openletter.gateway.studio.editor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.SafeHtml;

/// A letter as readers will see it.
///
/// @param handle whose face it wears; null when it is signed with another name
/// @param publisher the name of the account, which readers are told when it is signed with another
///   name; else null
/// @param html the rendered words, or null when they could not be rendered just now
/// @param language as a language tag; empty when it is not known
/// @param date when it was or will be dated, or null when that is the day of its publication
/// @param dateKnown whether `date` is known; without it the sheet says nothing of when
public record Sheet(
    String addressee,
    String title,
    String from,
    @Nullable String handle,
    @Nullable String publisher,
    String disclaimer,
    @Nullable SafeHtml html,
    int words,
    int minutes,
    String language,
    @Nullable Instant date,
    boolean dateKnown) {

  /// The same letter when nobody can tell its date.
  Sheet undated() {
    return new Sheet(
        addressee,
        title,
        from,
        handle,
        publisher,
        disclaimer,
        html,
        words,
        minutes,
        language,
        null,
        false);
  }

  /// Whom it is written to, as a reader sees it.
  public String to() {
    return addressee.isBlank() ? "everybody" : addressee;
  }
}
