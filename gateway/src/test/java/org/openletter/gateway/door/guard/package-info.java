/// What no request gets past, and what every answer carries.
@NullMarked
package org.openletter.gateway.door.guard;

import org.jspecify.annotations.NullMarked;
