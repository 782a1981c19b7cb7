package org.openletter.profiles.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing a person is told in her inbox.
///
/// @param id names it for her
/// @param order a time-ordered key that is renewed when it grows; the inbox is sorted and paged by
///   it
/// @param kind a stable word, for example `reply`
/// @param sentence what happened, when it happened once
/// @param sentenceMany the same for several times, with `{count}` in it; null when it never grows
/// @param detail more about it, plain text
/// @param href a path of this site
/// @param count how often it happened since it was read last
/// @param at when it happened last
record Notice(
    String id,
    String order,
    String kind,
    String sentence,
    @Nullable String sentenceMany,
    @Nullable String detail,
    String href,
    int count,
    Instant at,
    @Nullable Instant readAt) {

  /// The sentence for as often as it happened.
  String text() {
    return count > 1 && sentenceMany != null
        ? sentenceMany.replace("{count}", Integer.toString(count))
        : sentence;
  }
}
