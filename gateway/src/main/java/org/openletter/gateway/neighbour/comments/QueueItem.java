package org.openletter.gateway.neighbour.comments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A response that its letter's writer may decide about, with what is known of it.
///
/// @param change whether it is public already and only its new words wait
/// @param firstHere whether its writer has no approved response on her letters yet
/// @param reasons why it waits, the strongest first; empty for a public one
/// @param checkedBy which screening looked at it, or null
/// @param masked its text with personal data covered, or null when there is none in it
public record QueueItem(
    Comment comment,
    @Nullable LetterName letter,
    @Nullable Boolean change,
    boolean firstHere,
    @Nullable List<Reason> reasons,
    @Nullable String checkedBy,
    @Nullable String masked) {}
