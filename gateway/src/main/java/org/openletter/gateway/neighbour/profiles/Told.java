package org.openletter.gateway.neighbour.profiles;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.LetterAddress;

/// A notice as profiles-service tells it: what happened, without the words for it.
///
/// @param kind a stable word such as `reply`
/// @param parameters what the words need, by name; any of them may be missing
/// @param count how often it happened since it was read last
/// @param readAt null while it is new
public record Told(
    String id,
    String kind,
    Map<String, String> parameters,
    int count,
    Instant at,
    @Nullable Instant readAt) {

  private static final Pattern LETTER = Pattern.compile("[0-9a-z]{12}");
  private static final Pattern COMMENT = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}-]{1,200}");

  public @Nullable String given(String name) {
    return parameters.get(name);
  }

  public String given(String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }

  public boolean says(String name, String value) {
    return value.equals(parameters.get(name));
  }

  /// Where the letter stands, or null without an id of one.
  public @Nullable String letterHref() {
    String letter = fits(LETTER, "letter");
    String slug = fits(SLUG, "slug");
    return letter == null ? null : LetterAddress.of(letter, slug == null ? "" : slug);
  }

  /// Where the response stands, or null without the ids of one.
  public @Nullable String commentHref() {
    String letter = fits(LETTER, "letter");
    String comment = fits(COMMENT, "comment");
    return letter == null || comment == null ? null : LetterAddress.ofComment(letter, comment);
  }

  private @Nullable String fits(Pattern pattern, String name) {
    String value = given(name);
    return value != null && pattern.matcher(value).matches() ? value : null;
  }
}
