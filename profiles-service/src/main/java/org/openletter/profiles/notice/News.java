package org.openletter.profiles.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened and that a person has to be told.
///
/// @param eventId made by the sender once; the same event is told once
/// @param group unread notices of one group are one notice that grows; null stands alone
/// @param sentenceMany the sentence when it has grown, with `{count}` in it
public record News(
    String eventId,
    String accountId,
    String kind,
    @Nullable String group,
    String sentence,
    @Nullable String sentenceMany,
    @Nullable String detail,
    String href,
    Instant at) {}
