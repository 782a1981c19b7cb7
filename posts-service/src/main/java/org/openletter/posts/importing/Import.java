package org.openletter.posts.importing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.screening.Screening;

/// A file that was checked, and how far it is brought in. Its letters and responses are documents
/// of their own, written before it.
///
/// @param screened false when moderation-service did not answer for all responses
/// @param leftOut entries of the file that stay behind
/// @param notes sentences about what looks different now
/// @param chosen the numbers of the letters that are brought in
public record Import(
    String id,
    String ownerId,
    String file,
    long bytes,
    State state,
    Instant at,
    Instant expiresAt,
    boolean screened,
    int leftOut,
    List<String> notes,
    List<Cluster> clusters,
    Set<Integer> chosen) {

  /// How far it is.
  public enum State {
    CHECKED("checked"),
    BRINGING_IN("bringing-in"),
    DONE("done");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  /// A letter in the file.
  ///
  /// @param number counts from 0 within the file
  /// @param source its number on the old site
  /// @param live responses that will be shown with it
  /// @param waiting responses that will wait for its creator
  /// @param alreadyHere whether it was here before this file came
  /// @param batches how many batches its responses make
  public record ImportedLetter(
      int number,
      String source,
      LetterId letterId,
      LetterText text,
      @Nullable Instant date,
      int words,
      int live,
      int waiting,
      boolean alreadyHere,
      int batches) {}

  /// Responses that look alike.
  ///
  /// @param examples at most two short texts, personal data covered
  public record Cluster(
      String name,
      int responses,
      String remark,
      List<Screening.Reason> reasons,
      List<String> examples) {}
}
