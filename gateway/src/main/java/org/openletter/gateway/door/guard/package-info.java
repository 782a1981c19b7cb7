/// What every request passes before anything else looks at it, and what every answer carries.
@NullMarked
package org.openletter.gateway.door.guard;

import org.jspecify.annotations.NullMarked;
