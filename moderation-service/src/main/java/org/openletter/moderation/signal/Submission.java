package org.openletter.moderation.signal;

import org.jspecify.annotations.Nullable;

/// A response that waits for its verdict.
///
/// @param letterId the letter it answers, empty when there is none yet
/// @param id the response's own id; with the same id a text never counts as a repeat of itself
/// @param handle the account's public name, or nothing for an imported writer
/// @param name the name shown with it, may be empty
/// @param text all of it, as it was written
/// @param firstHere whether the letter's writer reads first responses before they appear, and this
///   is one
/// @param approvedBefore whether the letter's writer published something by this person before
/// @param imported whether it comes from a file, where nothing is known about the person
public record Submission(
    String letterId,
    String id,
    @Nullable String handle,
    String name,
    String text,
    boolean firstHere,
    boolean approvedBefore,
    boolean imported) {

  /// Longest text, in chars: an imported response is kept up to 32,000 code points. The work of the
  /// screening is bounded by this.
  public static final int LONGEST = 64_000;

  /// Who wrote it, as far as that can be told: the handle, else the name. Who gives neither is
  /// nobody we have seen.
  public String writer() {
    if (handle == null) {
      return name.isBlank() ? "nobody:" + id : "name:" + name.strip();
    }
    return "handle:" + handle;
  }
}
