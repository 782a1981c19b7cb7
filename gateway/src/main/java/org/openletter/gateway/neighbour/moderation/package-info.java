/// What moderation-service answers: statements of reasons.
@NullMarked
package org.openletter.gateway.neighbour.moderation;

import org.jspecify.annotations.NullMarked;
