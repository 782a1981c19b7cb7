package org.openletter.posts.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Responses that come with a letter from elsewhere, parents before their replies.
///
/// @param comments at most 200
public record ImportedComments(String eventId, List<ImportedComment> comments) {

  /// One of them.
  ///
  /// @param source its id where it comes from, unique within the letter
  /// @param parentSource the one it replies to, in this or an earlier batch
  /// @param text Markdown
  /// @param approved false when it waited for approval on its old site
  /// @param verdict what moderation-service said, word for word; null when it did not answer
  public record ImportedComment(
      String source,
      @Nullable String parentSource,
      String name,
      String text,
      Instant at,
      boolean approved,
      @Nullable Map<String, Object> verdict) {}
}
