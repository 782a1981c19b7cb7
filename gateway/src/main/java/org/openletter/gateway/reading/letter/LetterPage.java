package org.openletter.gateway.reading.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.neighbour.comments.Conversation;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.platform.call.Answer;

/// What the reading page shows.
///
/// @param asOf when posts-service last told the letter, when it does not answer now; else null
/// @param keptReply where words wait that were written as a reply before their writer signed in, or
///   null
/// @param order `newest` or `oldest` responses first
/// @param further whether the conversation does not begin with its first page
/// @param withdrawn whether the viewer has just withdrawn a response
/// @param published whether the viewer has just published the letter
public record LetterPage(
    Letter letter,
    @Nullable Instant asOf,
    Answer<Conversation> conversation,
    Composer composer,
    @Nullable String keptReply,
    String order,
    boolean further,
    boolean withdrawn,
    boolean published) {}
