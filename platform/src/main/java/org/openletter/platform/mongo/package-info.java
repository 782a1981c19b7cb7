/// The database at start-up: connection, named indexes, what kind it is.
@NullMarked
package org.openletter.platform.mongo;

import org.jspecify.annotations.NullMarked;
