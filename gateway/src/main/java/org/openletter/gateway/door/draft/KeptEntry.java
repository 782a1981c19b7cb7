package org.openletter.gateway.door.draft;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.form.SentForm;

/// One thing that waits for its writer, as `/kept` shows it.
///
/// @param name names it on the page and in its address
/// @param title what it is
/// @param beginning the first words of it, empty when it has none
/// @param whole whether `beginning` is all there is
/// @param at when it was kept, or null when that was not noted
/// @param place the form that it was written in, or null when this page shows its form
public record KeptEntry(
    String name,
    String title,
    String beginning,
    boolean whole,
    @Nullable Instant at,
    @Nullable String place,
    SentForm sent) {

  private static final int BEGINNING = 160;
  static final int LONGEST_TITLE = 120;

  /// Empty for what may not be shown again.
  static Optional<KeptEntry> of(Parked.Draft draft) {
    return draft.sent().map(sent -> of(draft, sent));
  }

  private static KeptEntry of(Parked.Draft draft, SentForm sent) {
    String words = sent.words().strip();
    String beginning = cut(words, BEGINNING);
    return new KeptEntry(
        draft.name(),
        title(sent),
        beginning,
        beginning.length() == words.length(),
        draft.at(),
        sent.form().isResponse() ? draft.page() : null,
        sent);
  }

  /// What it is, for a heading.
  static String title(SentForm sent) {
    String named = sent.text(sent.form().isResponse() ? "on" : "title").strip();
    if (named.isEmpty()) {
      return sent.form().title();
    }
    String shown = cut(named, LONGEST_TITLE);
    return sent.form().title()
        + (sent.form().isResponse() ? " to “" : ": “")
        + shown
        + (shown.length() < named.length() ? "…”" : "”");
  }

  // By whole characters, also where one of them is two units.
  static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
