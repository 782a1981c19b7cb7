package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter and all that its writer may know of it. In the list of her letters its words and where
/// it comes from are null.
///
/// @param state `draft`, `published` or `withdrawn`
/// @param version of the words
/// @param publicVersion what readers see now, or null while they see nothing
/// @param source where it was brought in from, or null
/// @param was what it was there when not everybody could read it, until it is public here; or null
public record Draft(
    String id,
    @Nullable String slug,
    String state,
    @Nullable String title,
    @Nullable String addressee,
    @Nullable String byline,
    @Nullable String disclaimer,
    @Nullable List<String> topics,
    @Nullable String body,
    @Nullable String language,
    int version,
    Instant savedAt,
    @Nullable Instant publishedAt,
    @Nullable Integer publicVersion,
    boolean unpublishedChanges,
    @Nullable Source source,
    @Nullable String was) {

  /// Where a letter was brought in from.
  public record Source(String importer, @Nullable String file, @Nullable Instant date) {}

  /// The title, or words for a letter that has none yet.
  public String name() {
    return title == null || title.isBlank() ? "A letter without a title" : title;
  }

  public boolean isPublished() {
    return state.equals("published");
  }

  public boolean isDraft() {
    return state.equals("draft");
  }
}
