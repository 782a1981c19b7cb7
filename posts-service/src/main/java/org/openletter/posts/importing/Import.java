package org.openletter.posts.importing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Sha256;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;

/// A file that was checked, and how far it is brought in. Its letters and responses are documents
/// of their own, written before it.
///
/// @param screened false when moderation-service did not answer for all responses
/// @param leftOut entries of the file that stay behind
/// @param notes sentences about what looks different now
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
    Totals totals,
    Choice choice) {

  /// One page shows so many letters, and so many are brought in at once.
  public static final int MOST_AT_ONCE = 100;

  /// What its owner sees of it in one word: how far it is and what was chosen. An act carries it,
  /// so that it does nothing to a choice that she does not know of.
  String seen() {
    return seen(state, choice);
  }

  static String seen(State state, Choice choice) {
    String chosen = choice.letters().stream().sorted().toList().toString();
    return state.word + "-" + Sha256.hex(chosen).substring(0, 16);
  }

  /// How far it is.
  public enum State {
    CHECKED("checked"),
    BRINGING_IN("bringing-in"),
    DONE("done"),
    /// Nobody finds it any more; the drafts that came of it still have to go.
    CANCELLED("cancelled");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  /// What the whole file holds.
  ///
  /// @param letters how many; 0 in documents from before they were counted
  /// @param known how many of them were here before this file came
  public record Totals(int letters, int known, int live, int waiting) {}

  /// What its owner wants brought in.
  ///
  /// @param letters their numbers, at most 100
  /// @param here those of them that have become drafts, whatever happened to these since
  /// @param initials whether the names of who responded are shortened
  /// @param author under whom they stand; null before anything was chosen
  public record Choice(
      Set<Integer> letters, Set<Integer> here, boolean initials, @Nullable Author author) {

    public Choice {
      letters = Set.copyOf(letters);
      here = Set.copyOf(here);
    }

    /// Nothing yet.
    public static Choice none() {
      return new Choice(Set.of(), Set.of(), false, null);
    }

    /// What is still to be done, in the order of the file.
    List<Integer> missing() {
      return letters.stream().filter(number -> !here.contains(number)).sorted().toList();
    }
  }

  /// A letter in the file.
  ///
  /// @param number counts from 0 within the file
  /// @param source its number on the old site
  /// @param was who could read it on its old site, in one word
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
      String was,
      int words,
      int live,
      int waiting,
      boolean alreadyHere,
      int batches) {}

  /// Responses that look alike.
  ///
  /// @param kind what they are
  /// @param bond what shows that they belong together, or nothing
  /// @param examples at most two short texts, personal data covered
  public record Cluster(
      Screening.Said kind,
      int responses,
      Screening.@Nullable Said bond,
      List<Screening.Said> reasons,
      List<String> examples) {}
}
