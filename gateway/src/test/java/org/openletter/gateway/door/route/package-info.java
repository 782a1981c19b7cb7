/// What is passed on to the services, and what is not.
@NullMarked
package org.openletter.gateway.door.route;

import org.jspecify.annotations.NullMarked;
