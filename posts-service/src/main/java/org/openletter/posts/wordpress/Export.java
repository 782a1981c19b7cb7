package org.openletter.posts.wordpress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a WordPress export holds that concerns us: posts and pages with their comments. E-mail
/// addresses and IP addresses were never taken out of the file.
///
/// @param leftOut how many items and comments stayed behind: drafts of nothing, attachments,
///   pingbacks, what the old site called spam or trash, and what is too long
/// @param notes sentences about what looks different now
public record Export(List<Item> items, int leftOut, List<String> notes) {

  /// A post or a page.
  ///
  /// @param source its number on the old site
  /// @param origin what names it across files: its guid or its address
  /// @param date when it was published there; null when the file does not say
  /// @param author the display name of its author there, or empty
  /// @param body Markdown
  /// @param comments parents before their replies
  public record Item(
      String source,
      String origin,
      String title,
      @Nullable Instant date,
      String author,
      String body,
      List<Comment> comments) {}

  /// A comment.
  ///
  /// @param source its number on the old site, unique within the item
  /// @param parent the source of the comment it replies to; null when it replies to the item
  /// @param text Markdown
  /// @param approved false when it waited for approval there
  public record Comment(
      String source,
      @Nullable String parent,
      String name,
      String text,
      Instant at,
      boolean approved) {}
}
