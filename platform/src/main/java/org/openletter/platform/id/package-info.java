/// Identifiers, made by the service at acceptance.
@NullMarked
package org.openletter.platform.id;

import org.jspecify.annotations.NullMarked;
