package org.openletter.gateway.neighbour.comments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some replies to one response.
///
/// @param next where the following ones begin, or null when these are the last
public record Replies(List<Comment> comments, @Nullable String next) {}
