package org.openletter.profiles.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a person is told in her inbox. The words for it are made by who shows it.
///
/// @param id names it for her
/// @param order a time-ordered key that is renewed when it grows; the inbox is sorted and paged by
///   it
/// @param kind a stable word, for example `reply`
/// @param parameters what the words for it need, of what happened last
/// @param count how often it happened since it was read last
/// @param at when it happened last
record Notice(
    String id,
    String order,
    String kind,
    Map<String, String> parameters,
    int count,
    Instant at,
    @Nullable Instant readAt) {}
