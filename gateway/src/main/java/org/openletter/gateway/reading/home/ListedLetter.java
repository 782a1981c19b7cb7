package org.openletter.gateway.reading.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.LetterAddress;

/// A letter as a list shows it.
///
/// @param changedAt when its text was last changed after it had become public, or null
/// @param language as a language tag; empty or null when it is not known
/// @param excerpt its first words, without markup
public record ListedLetter(
    String id,
    String slug,
    String title,
    @Nullable String addressee,
    @Nullable String byline,
    Author author,
    Instant publishedAt,
    @Nullable Instant changedAt,
    @Nullable String language,
    @Nullable String excerpt) {

  /// The writer of a letter.
  public record Author(String handle, String name) {}

  /// Where it stands.
  public String address() {
    return LetterAddress.of(id, slug);
  }

  /// Its language as a page says it; empty when it is not known.
  public String tongue() {
    return language == null ? "" : language;
  }

  /// When readers last saw something new of it.
  public Instant newsAt() {
    return changedAt == null ? publishedAt : changedAt;
  }

  /// "the Harbour City Transport Board", or "everybody".
  public String to() {
    return addressee == null || addressee.isBlank() ? "everybody" : addressee;
  }

  /// The names below it.
  public String from() {
    return byline == null || byline.isBlank() ? author.name() : byline;
  }
}
