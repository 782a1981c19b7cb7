/// Small files that are whole after a power cut.
@NullMarked
package org.openletter.embedded.disk;

import org.jspecify.annotations.NullMarked;
