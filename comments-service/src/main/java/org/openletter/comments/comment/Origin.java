package org.openletter.comments.comment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What never changes about a comment, but for its author's name.
///
/// @param creatorId who runs the thread: the creator of the letter
/// @param firstHere whether it was her first response on this creator's letters
/// @param key what the form sent against doubles; unique with letter and author
/// @param createdAt the time in `id`
public record Origin(
    String id,
    String letterId,
    String creatorId,
    Place place,
    Author author,
    boolean firstHere,
    String key,
    Instant createdAt) {

  /// Where it stands in the tree.
  ///
  /// @param answers the comment it answers, null when it answers the letter
  /// @param path the ids from the root down to itself with dots between: its order in a depth-first
  ///   reading
  /// @param depth 1 for a response to the letter, at most 4
  public record Place(@Nullable String answers, String path, int depth) {

    /// Deeper replies stand beside what they answer.
    static final int DEEPEST = 4;

    /// A place directly under the letter.
    public static Place root(String id) {
      return new Place(null, id, 1);
    }

    /// A place under this comment, or beside it when it stands on the deepest level.
    public Place reply(String parentId, String id) {
      if (depth >= DEEPEST) {
        return new Place(parentId, path.substring(0, path.lastIndexOf('.') + 1) + id, depth);
      }
      return new Place(parentId, path + "." + id, depth + 1);
    }

    /// The ids above it, from the root down.
    public List<String> above() {
      List<String> all = Arrays.asList(path.split("\\.", -1));
      return all.subList(0, all.size() - 1);
    }

    /// The id at the root of its branch.
    public String rootId() {
      int dot = path.indexOf('.');
      return dot < 0 ? path : path.substring(0, dot);
    }
  }

  /// Who wrote it, as she was called then or was renamed since.
  ///
  /// @param id the account; null for an imported name
  /// @param handle null for an imported name
  public record Author(@Nullable String id, @Nullable String handle, String name) {

    /// Whether the name came with a file and belongs to nobody here.
    public boolean imported() {
      return id == null;
    }

    /// Whether this account wrote it.
    public boolean is(@Nullable String accountId) {
      return id != null && id.equals(accountId);
    }
  }

  /// Whether it was written by the creator of the letter.
  public boolean byCreator() {
    return author.is(creatorId);
  }
}
