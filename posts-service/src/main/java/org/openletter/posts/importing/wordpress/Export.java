package org.openletter.posts.importing.wordpress;

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
  /// @param was who could read it there
  /// @param author the display name of its author there, fit to be shown, or empty
  /// @param body Markdown
  /// @param comments parents before their replies
  public record Item(
      String source,
      String origin,
      String title,
      @Nullable Instant date,
      Was was,
      String author,
      String body,
      List<Comment> comments) {}

  /// A comment.
  ///
  /// @param source its number on the old site, unique within the item
  /// @param parent the source of the comment it replies to; null when it replies to the item
  /// @param name fit to be shown
  /// @param signed the name as it was typed there, for the screening alone: it is not kept
  /// @param text Markdown
  /// @param approved false when it waited for approval there
  public record Comment(
      String source,
      @Nullable String parent,
      String name,
      String signed,
      String text,
      Instant at,
      boolean approved) {}

  /// Who could read an item on its old site.
  public enum Was {
    PUBLIC("public"),
    /// Was never shown there.
    DRAFT("draft"),
    /// Waited there for somebody's approval.
    PENDING("pending"),
    /// Had a day on which it would be shown.
    PLANNED("planned"),
    /// Was shown to those who run the site.
    PRIVATE("private"),
    /// Was shown to those who know its password, which is not in here.
    PROTECTED("protected");

    private final String word;

    Was(String word) {
      this.word = word;
    }

    /// The word for other services.
    public String word() {
      return word;
    }

    static Was of(String status, boolean password) {
      return switch (status) {
        case "private" -> PRIVATE;
        case "future" -> PLANNED;
        case "pending" -> PENDING;
        case "publish" -> password ? PROTECTED : PUBLIC;
        // Also what plug-ins invent: nobody knows who could read it.
        default -> DRAFT;
      };
    }
  }
}
