package org.openletter.gateway.reading.home;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.Letter;

/// Some letters, newest first, with how many responses each has.
///
/// @param counts responses by the id of the letter; empty when nobody could tell
/// @param next where older letters go on, or null when these are the last
public record LetterList(List<Letter> letters, Map<String, Long> counts, @Nullable String next) {

  /// "24 responses", or null when nobody could tell: then the page says nothing.
  public @Nullable String counted(Letter letter) {
    var count = counts.get(letter.id());
    if (count == null) {
      return null;
    }
    return count == 0
        ? "no responses yet"
        : count == 1 ? "1 response" : "%,d responses".formatted(count);
  }
}
