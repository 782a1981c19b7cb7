/// Limits with a clock that is moved.
@NullMarked
package org.openletter.gateway.limit;

import org.jspecify.annotations.NullMarked;
