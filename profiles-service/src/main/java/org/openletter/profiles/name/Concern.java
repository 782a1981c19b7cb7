package org.openletter.profiles.name;

import java.util.Locale;
import java.util.Optional;

/// Why staff has to look at a name before it is shown to anybody.
///
/// @param of what of the two is the trouble; a handle never changes, a display name can
/// @param like what it can be taken for
public record Concern(Of of, Like like) {

  /// The two names of an account.
  public enum Of {
    HANDLE,
    NAME
  }

  /// What a name can be taken for.
  public enum Like {
    /// A word with which the site speaks.
    SITE,
    /// A moderator or an admin.
    STAFF,
    /// Somebody whom a public letter is written to.
    ADDRESSEE,
    /// The byline of somebody else's public letter.
    BYLINE,
    /// It could not be compared with the letters, because posts-service did not answer.
    UNKNOWN
  }

  /// In two words, to keep it: `name site`.
  public String words() {
    return word(of) + " " + word(like);
  }

  /// What `words` said; empty when it is something else.
  public static Optional<Concern> read(String words) {
    for (Of of : Of.values()) {
      for (Like like : Like.values()) {
        Concern concern = new Concern(of, like);
        if (concern.words().equals(words)) {
          return Optional.of(concern);
        }
      }
    }
    return Optional.empty();
  }

  /// The same as a word in an answer.
  public static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
