/// Limits with a clock that is moved.
@NullMarked
package org.openletter.gateway.door.limit;

import org.jspecify.annotations.NullMarked;
