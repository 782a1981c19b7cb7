package org.openletter.posts.publication;

import java.time.Duration;
import java.util.Optional;
import org.openletter.posts.letter.LetterId;

/// How many letters each account has made public lately. A place is taken before a letter becomes
/// public, so that many requests at once cannot all find the last one free.
interface DailyPublications {

  /// Takes one of so many places for this letter, for 24 hours; the same letter takes only one.
  ///
  /// @param kind what is counted apart: `written` here, or `imported`
  /// @return empty when it has one now, else how long until the next place is free
  Optional<Duration> take(String accountId, String kind, LetterId letter, int places);

  /// Gives the place of this letter back, because it did not become public.
  void giveBack(String accountId, String kind, LetterId letter);
}
