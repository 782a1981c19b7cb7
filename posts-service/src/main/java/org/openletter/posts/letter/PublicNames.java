package org.openletter.posts.letter;

import java.util.Set;

/// The names under which public letters stand: to whom they are written and, where that is not
/// their author's own name, by whom.
public interface PublicNames {

  /// Which of these keys look like somebody whom a public letter is written to.
  Set<String> addressees(Set<String> keys);

  /// Which of these keys look like the byline of a public letter of anybody but this account.
  Set<String> bylines(Set<String> keys, String exceptAccount);
}
