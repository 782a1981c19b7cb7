/// The server seen by a driver.
@NullMarked
package org.openletter.embedded;

import org.jspecify.annotations.NullMarked;
