/// Browser sessions in the database, so that gateways are interchangeable and a restart signs
/// nobody out.
@NullMarked
package org.openletter.gateway.door.session;

import org.jspecify.annotations.NullMarked;
