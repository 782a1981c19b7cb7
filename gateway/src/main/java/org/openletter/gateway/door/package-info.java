/// What stands before every page: sign-in and session, who is asking, guard, limits, cache, the
/// routes of the API, words that came without a sign-in, and what is told when something fails.
@NullMarked
package org.openletter.gateway.door;

import org.jspecify.annotations.NullMarked;
