package org.openletter.comments.comment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things about one response take.
///
/// @param editWindow how long a response can be changed
/// @param undo how long a decision can be taken back
/// @param noticeDelay when its writer is told that a response was removed; not before the decision
///   can no longer be undone. A publication is told at once
/// @param blankAfter how long the words of a withdrawn response are kept, for whoever was just
///   about to report them
@ConfigurationProperties("openletter.comments")
public record CommentSettings(
    @DefaultValue("15m") Duration editWindow,
    @DefaultValue("10m") Duration undo,
    @DefaultValue("10m") Duration noticeDelay,
    @DefaultValue("24h") Duration blankAfter) {}
