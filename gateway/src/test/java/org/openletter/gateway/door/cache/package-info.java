/// Kept pages with a clock that is moved.
@NullMarked
package org.openletter.gateway.door.cache;

import org.jspecify.annotations.NullMarked;
