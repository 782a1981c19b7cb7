package org.openletter.gateway.importing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file that was looked at, as posts-service tells it.
///
/// @param bytes size of the file
/// @param state `checked`, `bringing-in` or `done`
/// @param checked whether the responses were looked at for junk; if not, all of them wait
/// @param responses how many the file holds
/// @param live how many appear with their letter
/// @param waiting how many wait for the creator
/// @param leftOut entries that are no responses or were deleted where they come from
/// @param notes sentences about what will look different here
public record Import(
    String id,
    @Nullable String file,
    long bytes,
    String state,
    boolean checked,
    List<Letter> letters,
    @Nullable List<Cluster> clusters,
    int responses,
    int live,
    int waiting,
    @Nullable Integer leftOut,
    @Nullable List<String> notes) {

  /// One letter in the file.
  ///
  /// @param source its name in the file
  /// @param alreadyHere whether it was brought in before
  /// @param letterId the letter here, or null while there is none
  public record Letter(
      String source,
      @Nullable String title,
      @Nullable String addressee,
      @Nullable Instant date,
      int responses,
      int live,
      int waiting,
      boolean alreadyHere,
      @Nullable String letterId,
      @Nullable String slug) {

    public String name() {
      return title == null || title.isBlank() ? "A letter without a title" : title;
    }

    /// Where it can be edited here, or null while it is not here.
    public @Nullable String editHref() {
      return letterId == null ? null : "/studio/letters/" + letterId;
    }
  }

  /// Responses that look like junk for the same reasons.
  ///
  /// @param remark what they have in common, such as "same text twice"
  /// @param examples at most two short texts, personal data covered
  public record Cluster(
      String name,
      int responses,
      @Nullable String remark,
      @Nullable List<Reason> reasons,
      @Nullable List<String> examples) {

    public List<Reason> why() {
      return reasons == null ? List.of() : reasons;
    }

    public List<String> shown() {
      return examples == null ? List.of() : examples;
    }
  }

  /// A reason on a chip.
  public record Reason(String code, String label) {

    public String kind() {
      return switch (code) {
        case "personal-data", "off-topic", "harassment" -> "wait";
        default -> "bad";
      };
    }
  }

  public List<Cluster> groups() {
    return clusters == null ? List.of() : clusters;
  }

  public String fileName() {
    return file == null || file.isBlank() ? "The file" : file;
  }

  /// The size as people say it.
  public String size() {
    if (bytes < 1_000_000) {
      return Math.max(1, Math.round(bytes / 1000.0)) + " kB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }

  /// The letters that are not here yet.
  public List<Letter> fresh() {
    return letters.stream().filter(letter -> !letter.alreadyHere()).toList();
  }

  /// The letters that were brought in before.
  public List<Letter> known() {
    return letters.stream().filter(Letter::alreadyHere).toList();
  }

  /// What will look different here, in sentences.
  public List<String> remarks() {
    return notes == null ? List.of() : notes;
  }

  /// The letters of this file that are here now.
  public List<Letter> here() {
    return letters.stream().filter(letter -> letter.letterId() != null).toList();
  }

  /// How many of their responses appear with them.
  public int liveHere() {
    return here().stream().mapToInt(Letter::live).sum();
  }

  /// How many of their responses wait for the creator.
  public int waitingHere() {
    return here().stream().mapToInt(Letter::waiting).sum();
  }

  /// What the file holds: "1 letter and 24 responses".
  public String contents() {
    return count(letters.size(), "letter") + " and " + count(responses, "response");
  }

  /// What of it is here: "1 letter and 24 responses".
  public String contentsHere() {
    return count(here().size(), "letter")
        + " and "
        + count(here().stream().mapToInt(Letter::responses).sum(), "response");
  }

  /// "1 letter", "2 letters".
  public static String count(int number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
