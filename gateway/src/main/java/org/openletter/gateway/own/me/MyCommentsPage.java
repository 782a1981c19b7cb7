package org.openletter.gateway.own.me;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a person's own responses.
///
/// @param next where the following page begins, or null on the last one
public record MyCommentsPage(List<MyComment> comments, @Nullable String next, boolean firstPage) {}
