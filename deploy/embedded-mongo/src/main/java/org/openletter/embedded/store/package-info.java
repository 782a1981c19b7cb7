/// The one store file, its checkpoints, and the gate between commands and checkpoints.
@NullMarked
package org.openletter.embedded.store;

import org.jspecify.annotations.NullMarked;
