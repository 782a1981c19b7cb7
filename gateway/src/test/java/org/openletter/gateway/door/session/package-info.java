/// Sessions in the embedded database.
@NullMarked
package org.openletter.gateway.door.session;

import org.jspecify.annotations.NullMarked;
