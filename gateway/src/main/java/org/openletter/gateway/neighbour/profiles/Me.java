package org.openletter.gateway.neighbour.profiles;

import org.jspecify.annotations.Nullable;

/// The account as its owner sees it.
///
/// @param name what everybody sees
/// @param wanted the name that waits or was refused
/// @param waitingForStaff whether somebody has to approve its name first
/// @param refused whether that was refused
/// @param concernOf `handle` or `name`, when one of them waits or was refused
/// @param concernLike what it can be taken for: `site`, `staff`, `addressee`, `byline`, `unknown`
/// @param withoutLeaveKey whether she switched off the key that leaves a page
/// @param version of what everybody sees, to name it in a change
public record Me(
    String handle,
    String name,
    @Nullable String wanted,
    @Nullable String bio,
    @Nullable String joined,
    @Nullable Boolean waitingForStaff,
    @Nullable Boolean refused,
    @Nullable String concernOf,
    @Nullable String concernLike,
    @Nullable Boolean withoutLeaveKey,
    @Nullable String version) {}
