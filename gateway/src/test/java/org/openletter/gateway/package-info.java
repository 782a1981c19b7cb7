/// The gateway as browsers meet it.
@NullMarked
package org.openletter.gateway;

import org.jspecify.annotations.NullMarked;
