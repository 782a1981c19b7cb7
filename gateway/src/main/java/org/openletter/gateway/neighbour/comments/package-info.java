/// What comments-service answers: conversations, what is written to them, and what waits for a
/// creator.
@NullMarked
package org.openletter.gateway.neighbour.comments;

import org.jspecify.annotations.NullMarked;
