/// What the services answer, and how they are asked: one client for a thing and one record for an
/// answer, whoever needs it. All other wings use it, and it uses none of them.
@NullMarked
package org.openletter.gateway.neighbour;

import org.jspecify.annotations.NullMarked;
