package org.openletter.posts.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.posts.letter.LetterText;

/// What the editor sends. What it leaves out stays as it is.
///
/// @param key random, made once for each new letter: sending it twice makes one letter
/// @param version the number of the text that this one was written on
/// @param language as a language tag; empty when it is to be found in the words
/// @param apart whether the text before stays a version of its own, because it was written
///   elsewhere
record DraftForm(
    @Nullable String title,
    @Nullable String addressee,
    @Nullable String byline,
    @Nullable String disclaimer,
    @Nullable List<@Nullable String> topics,
    @Nullable String body,
    @Nullable String key,
    @Nullable Integer version,
    @Nullable String language,
    @Nullable Boolean apart) {

  /// The words of an older text once more.
  static DraftForm of(LetterText text) {
    return new DraftForm(
        text.title(),
        text.addressee(),
        text.byline(),
        text.disclaimer(),
        List.copyOf(text.topics()),
        text.body(),
        null,
        null,
        text.language(),
        true);
  }

  /// Why this is not looked at; empty when it is.
  List<FieldProblem> oversized() {
    return LetterText.oversized(
        Map.of(
            "title", Objects.requireNonNullElse(title, ""),
            "addressee", Objects.requireNonNullElse(addressee, ""),
            "byline", Objects.requireNonNullElse(byline, ""),
            "language", Objects.requireNonNullElse(language, "")),
        Objects.requireNonNullElse(disclaimer, ""),
        typedTopics(),
        Objects.requireNonNullElse(body, ""));
  }

  LetterText over(LetterText before) {
    return LetterText.typed(
            Objects.requireNonNullElse(title, before.title()),
            Objects.requireNonNullElse(addressee, before.addressee()),
            Objects.requireNonNullElse(byline, before.byline()),
            Objects.requireNonNullElse(disclaimer, before.disclaimer()),
            topics == null ? before.topics() : typedTopics(),
            Objects.requireNonNullElse(body, before.body()))
        .in(Objects.requireNonNullElse(language, before.language()));
  }

  private List<String> typedTopics() {
    return topics == null
        ? List.of()
        : topics.stream().map(t -> Objects.requireNonNullElse(t, "")).toList();
  }
}
