package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// A creator keeps what she has written so far, by a button or because she paused.
@Component
class SaveDraft {

  /// A letter was begun from this form before, with other words.
  static final String BEGUN_BEFORE = "other-text-same-key";

  private final DraftsClient letters;

  SaveDraft(DraftsClient letters) {
    this.letters = letters;
  }

  /// What came of it.
  sealed interface Result {

    /// The letter as it stands now, which is all that there is to show.
    record Saved(Draft letter) implements Result {}

    /// Somebody, or she in another window, kept other words since.
    record Changed(Newer newer) implements Result {}
  }

  /// Keeps the words. In every case but `Saved` they are only in the form.
  ///
  /// @param id the letter, or null for one that is only begun now
  Outcome<Result> save(@Nullable String id, DraftForm form) {
    return Outcome.<Result>of("saved", "Your words are kept on this page.", () -> saved(id, form))
        .instead(refused ->
            refused.is("letter-changed")
                ? Optional.of(new Result.Changed(newer(form, refused.facts().get("newer"))))
                : Optional.empty())
        .saying(
            BEGUN_BEFORE,
            "Not saved: a letter was begun from this page before, with other words; it is in your"
                + " studio. Your words are kept on this page. Save again to make them a letter of"
                + " their own.")
        .saying(
            HttpStatus.UNAUTHORIZED,
            "Not saved: you are signed out. Your words are kept on this page."
                + " Sign in in another tab, then save here.");
  }

  private Result saved(@Nullable String id, DraftForm form) {
    return new Result.Saved(
        id == null ? letters.begin(form.begun()) : letters.save(id, form.changed()));
  }

  private static Newer newer(DraftForm form, @Nullable Object property) {
    if (!(property instanceof Map<?, ?> map)) {
      return Newer.against(form, kept(Map.of()), null);
    }
    return Newer.against(form, kept(map), instant(map.get("savedAt")));
  }

  private static DraftForm kept(Map<?, ?> newer) {
    return new DraftForm(
        text(newer.get("addressee")),
        text(newer.get("title")),
        text(newer.get("body")),
        text(newer.get("byline")),
        text(newer.get("disclaimer")),
        newer.get("topics") instanceof List<?> topics
            ? topics.stream().map(SaveDraft::text).collect(Collectors.joining(", "))
            : "",
        text(newer.get("language")),
        newer.get("version") instanceof Number version ? version.intValue() : 0,
        "",
        "",
        false);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    try {
      return value instanceof String text ? Instant.parse(text) : null;
    } catch (DateTimeParseException unreadable) {
      // Only a line of the page is shorter without it.
      return null;
    }
  }
}
