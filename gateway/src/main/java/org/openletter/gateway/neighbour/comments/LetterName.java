package org.openletter.gateway.neighbour.comments;

import org.jspecify.annotations.Nullable;

/// The letter that a response answers, as far as a list of responses needs it.
public record LetterName(String id, @Nullable String slug, @Nullable String title) {}
