package org.openletter.posts.author;

import java.util.Set;
import org.openletter.posts.letter.PublicNames;
import org.springframework.stereotype.Component;

/// Finds whether a name can be taken for one under which a public letter stands. It is asked before
/// somebody may call herself so.
@Component
class FindNames {

  private final PublicNames names;

  FindNames(PublicNames names) {
    this.names = names;
  }

  /// Which of the keys stand where.
  record Found(Set<String> addressees, Set<String> bylines) {}

  /// @param keys what the name looks like, as `Lookalike.keys` makes them
  /// @param account whoever wants the name; the bylines of her own letters are hers
  Found find(Set<String> keys, String account) {
    return new Found(names.addressees(keys), names.bylines(keys, account));
  }
}
