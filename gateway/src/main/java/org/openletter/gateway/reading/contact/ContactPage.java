package org.openletter.gateway.reading.contact;

import org.jspecify.annotations.Nullable;

/// What the page shows.
///
/// @param words in the field
/// @param version that the words in the field were written on
/// @param newer what another admin said meanwhile, else null
/// @param error about the field, else null
/// @param saved whether it was just saved
public record ContactPage(
    String words, long version, @Nullable String newer, @Nullable String error, boolean saved) {}
