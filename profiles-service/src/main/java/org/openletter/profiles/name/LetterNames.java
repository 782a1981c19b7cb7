package org.openletter.profiles.name;

import java.util.Set;
import org.openletter.platform.call.Answer;

/// Knows the names under which public letters stand.
@FunctionalInterface
public interface LetterNames {

  /// Which of these keys look like such a name; unknown when posts-service does not answer.
  ///
  /// @param account whoever wants the name: the bylines of her own letters are hers
  Answer<Found> find(Set<String> keys, String account);

  /// Which keys stand where.
  record Found(Set<String> addressees, Set<String> bylines) {

    public Found {
      addressees = Set.copyOf(addressees);
      bylines = Set.copyOf(bylines);
    }
  }
}
