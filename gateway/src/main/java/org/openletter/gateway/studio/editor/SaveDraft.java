package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A creator keeps what she has written so far, by a button or because she paused.
@Component
class SaveDraft {

  private static final int UNAUTHORIZED = 401;

  private final LettersClient letters;

  SaveDraft(LettersClient letters) {
    this.letters = letters;
  }

  /// What came of it. In every case but `Saved` the words are only in the form.
  sealed interface Result {

    record Saved(String id, int version, Instant savedAt) implements Result {}

    /// Somebody, or she in another window, kept other words since.
    record Changed(Newer newer) implements Result {}

    /// A letter was begun from this form before, with other words.
    record BegunBefore(String sentence) implements Result {}

    /// Fields that cannot be so.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// Not now, or not by her.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Keeps the words.
  ///
  /// @param id the letter, or null for one that is only begun now
  Result save(@Nullable String id, DraftForm form) {
    try {
      var saved = id == null ? letters.begin(form.begun()) : letters.save(id, form.changed());
      return new Result.Saved(saved.id(), saved.version(), saved.savedAt());
    } catch (CallRefused refused) {
      return refused(refused, form);
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          503, Away.unsure(noAnswer, "saved", "Your words are kept on this page."));
    }
  }

  private static Result refused(CallRefused refused, DraftForm form) {
    if (refused.type().equals("letter-changed")) {
      return new Result.Changed(newer(form, refused.properties().get("newer")));
    }
    if (refused.type().equals("other-text-same-key")) {
      return new Result.BegunBefore(
          "Not saved: a letter was begun from this page before, with other words; it is in your"
              + " studio. Your words are kept on this page. Save again to make them a letter of"
              + " their own.");
    }
    if (!refused.fields().isEmpty()) {
      return new Result.Invalid(refused.fields());
    }
    if (refused.status() == UNAUTHORIZED) {
      return new Result.Refused(
          UNAUTHORIZED,
          "Not saved: you are signed out. Your words are kept on this page."
              + " Sign in in another tab, then save here.");
    }
    return new Result.Refused(refused.status(), refused.detail());
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
