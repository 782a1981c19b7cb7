package org.openletter.gateway.studio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.LetterAddress;

/// The list of the creator's own letters.
///
/// @param next where the following page begins, or null on the last one
/// @param waiting responses that wait on all her letters, or null when nobody could tell
/// @param waitingExact whether the numbers of single letters are all, or at least these
/// @param conversationsKnown whether comments-service answered; without it rows have no counts
public record StudioPage(
    List<Row> letters,
    @Nullable String next,
    @Nullable Integer waiting,
    boolean waitingExact,
    boolean conversationsKnown,
    boolean firstPage) {

  /// Whether she has no letter at all.
  public boolean empty() {
    return letters.isEmpty() && firstPage;
  }

  /// One letter.
  ///
  /// @param responses public responses, or null when nobody could tell
  /// @param waiting responses that wait on this letter, or null when nobody could tell
  /// @param before what it was on its old site, in words, when not everybody could read it there;
  ///   else empty
  public record Row(
      String id,
      @Nullable String slug,
      String title,
      @Nullable String addressee,
      String state,
      boolean unpublishedChanges,
      Instant savedAt,
      @Nullable Instant publishedAt,
      @Nullable Long responses,
      @Nullable Long waiting,
      String before) {

    /// The editor of this letter.
    public String href() {
      return "/studio/letters/" + id;
    }

    /// Where readers find it, or null while they do not.
    public @Nullable String publicHref() {
      return isPublished() ? LetterAddress.of(id, slug == null ? "" : slug) : null;
    }

    public boolean isPublished() {
      return state.equals("published");
    }

    /// The state in a word or two.
    public String stateWords() {
      return switch (state) {
        case "published" -> "published";
        case "withdrawn" -> "withdrawn";
        default -> "draft";
      };
    }

    /// The kind of chip the state is shown in.
    public String stateKind() {
      return switch (state) {
        case "published" -> "good";
        case "withdrawn" -> "bad";
        default -> "";
      };
    }

    /// "1 response" or "24 responses", or null when it is not known or there was never a chance.
    public @Nullable String responsesWords() {
      if (responses == null) {
        return null;
      }
      return responses == 1 ? "1 response" : "%,d responses".formatted(responses);
    }
  }
}
