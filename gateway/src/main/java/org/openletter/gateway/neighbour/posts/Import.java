package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that was looked at, as posts-service tells it.
///
/// @param bytes size of the file
/// @param state `checked`, `bringing-in` or `done`
/// @param seen to be sent with what is done to it
/// @param checked whether the responses were looked at for junk; if not, all of them wait
/// @param count how many letters are in the file
/// @param known how many of them were here before it came
/// @param from the number of the first of `letters`; at most 100 are told at once
/// @param chosen the letters that are brought in now or were the last time
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
    String seen,
    boolean checked,
    @Nullable Integer count,
    @Nullable Integer known,
    @Nullable Integer from,
    List<Letter> letters,
    @Nullable List<Letter> chosen,
    @Nullable List<Cluster> clusters,
    int responses,
    int live,
    int waiting,
    @Nullable Integer leftOut,
    @Nullable List<String> notes) {

  /// One page of letters, and the most that are brought in at once.
  private static final int PAGE = 100;

  /// One letter in the file.
  ///
  /// @param source its name in the file
  /// @param byline who wrote it, when that is not the creator
  /// @param was who could read it on its old site
  /// @param alreadyHere whether it was brought in before
  /// @param letterId the letter here, or null while there is none
  public record Letter(
      String source,
      @Nullable String title,
      @Nullable String addressee,
      @Nullable String byline,
      @Nullable String was,
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

    /// Whether it is here, from before or by now.
    public boolean isHere() {
      return alreadyHere || letterId != null;
    }

    /// Whether everybody could read it on its old site.
    public boolean wasPublic() {
      return was == null || was.equals("public");
    }

    /// Under whose name it will stand, when that is not the creator's; else empty.
    public String signed() {
      return byline == null ? "" : byline;
    }

    /// Where it can be edited here, or null while it is not here.
    public @Nullable String editHref() {
      return letterId == null ? null : "/studio/letters/" + letterId;
    }
  }

  /// Responses that look like junk for the same reasons.
  ///
  /// @param kind what they are
  /// @param bond what shows that they belong together, or nothing
  /// @param examples at most two short texts, personal data covered
  public record Cluster(
      @Nullable Said kind,
      int responses,
      @Nullable Said bond,
      @Nullable List<Said> reasons,
      @Nullable List<String> examples) {

    public List<Said> why() {
      return reasons == null ? List.of() : reasons;
    }

    public List<String> shown() {
      return examples == null ? List.of() : examples;
    }
  }

  /// A code and what its words need.
  public record Said(String code, @Nullable Map<String, Object> parameters) {}

  public List<Cluster> groups() {
    return clusters == null ? List.of() : clusters;
  }

  /// How many letters are in the file.
  public int total() {
    return count == null ? letters.size() : count;
  }

  /// How many of them were here before it came.
  public int alreadyHere() {
    return known == null ? (int) letters.stream().filter(Letter::alreadyHere).count() : known;
  }

  /// Whether nothing of it is new.
  public boolean allHere() {
    return alreadyHere() >= total();
  }

  /// The number of the first letter on this page, counted from 0.
  public int first() {
    return from == null ? 0 : from;
  }

  /// Whether the file has more letters than one page.
  public boolean hasPages() {
    return total() > PAGE;
  }

  /// Where the page before this one begins, or null on the first.
  public @Nullable Integer newer() {
    return first() == 0 ? null : Math.max(0, first() - PAGE);
  }

  /// Where the page after this one begins, or null on the last.
  public @Nullable Integer older() {
    return first() + letters.size() < total() ? first() + letters.size() : null;
  }

  /// Whether one of the letters on this page was not public on its old site.
  public boolean someNotPublic() {
    return letters.stream().anyMatch(letter -> !letter.wasPublic());
  }

  /// Whether one of the letters on this page can be chosen.
  public boolean someToChoose() {
    return letters.stream().anyMatch(letter -> !letter.isHere());
  }

  /// What will look different here, in sentences.
  public List<String> remarks() {
    return notes == null ? List.of() : notes;
  }

  /// What was chosen the last time, as far as it is here.
  public List<Letter> here() {
    List<Letter> last = chosen == null || chosen.isEmpty() ? letters : chosen;
    return last.stream().filter(letter -> letter.letterId() != null).toList();
  }

  /// How many were chosen the last time.
  public int wanted() {
    return chosen == null ? 0 : chosen.size();
  }

  /// Whether there are letters in the file that were not brought in now or before.
  public boolean hasMore() {
    return total() > alreadyHere() + here().size();
  }

  /// How many of their responses appear with them.
  public int liveHere() {
    return here().stream().mapToInt(Letter::live).sum();
  }

  /// How many of their responses wait for the creator.
  public int waitingHere() {
    return here().stream().mapToInt(Letter::waiting).sum();
  }
}
