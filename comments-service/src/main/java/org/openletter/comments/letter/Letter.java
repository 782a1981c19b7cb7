package org.openletter.comments.letter;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The few things this service needs of a letter.
///
/// @param creatorId the account that runs the thread
/// @param creatorName how texts name her
/// @param state `draft`, `waiting`, `published`, `withdrawn` or `limited`; a word not known here is
///   treated like a draft
/// @param publishedAt when it became public, also after it was withdrawn; null before
public record Letter(
    String id,
    String creatorId,
    String creatorName,
    String title,
    String slug,
    String state,
    @Nullable Instant publishedAt) {

  private static final Pattern ID = Pattern.compile("[0-9a-z]{12}");

  /// Whether anything of its thread may be shown.
  public boolean isPublished() {
    return state.equals("published");
  }

  /// Whether it was not published when this was heard. A draft that came with an import is dated as
  /// it was, so its date says nothing.
  public boolean maySoonBePublished() {
    return state.equals("draft") || state.equals("waiting");
  }

  /// Whether this can be the id of a letter at all.
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
