package org.openletter.profiles.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened and that a person has to be told.
///
/// @param eventId made by the sender once; the same event is told once
/// @param group unread notices of one group are one notice that grows; null stands alone
/// @param parameters what the words for this kind need, by name
public record News(
    String eventId,
    String accountId,
    String kind,
    @Nullable String group,
    Map<String, String> parameters,
    Instant at) {}
