/// Sessions in the embedded database.
@NullMarked
package org.openletter.gateway.session;

import org.jspecify.annotations.NullMarked;
