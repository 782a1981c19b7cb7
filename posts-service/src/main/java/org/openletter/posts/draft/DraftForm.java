package org.openletter.posts.draft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.posts.letter.LetterText;

/// What the editor sends. What it leaves out stays as it is.
///
/// @param key random, made once for each new letter: sending it twice makes one letter
/// @param version the number of the text that this one was written on
record DraftForm(
    @Nullable String title,
    @Nullable String addressee,
    @Nullable String byline,
    @Nullable String disclaimer,
    @Nullable List<@Nullable String> topics,
    @Nullable String body,
    @Nullable String key,
    @Nullable Integer version) {

  LetterText over(LetterText before) {
    return LetterText.typed(
        Objects.requireNonNullElse(title, before.title()),
        Objects.requireNonNullElse(addressee, before.addressee()),
        Objects.requireNonNullElse(byline, before.byline()),
        Objects.requireNonNullElse(disclaimer, before.disclaimer()),
        topics == null
            ? before.topics()
            : topics.stream().map(t -> Objects.requireNonNullElse(t, "")).toList(),
        Objects.requireNonNullElse(body, before.body()));
  }
}
