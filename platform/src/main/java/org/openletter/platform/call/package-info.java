/// Calls to a neighbour: tokens, limits, breakers, and what no answer means.
@NullMarked
package org.openletter.platform.call;

import org.jspecify.annotations.NullMarked;
