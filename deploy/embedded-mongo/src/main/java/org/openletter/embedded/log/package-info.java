/// The redo log: every change is on the disk before the client hears that it is done.
@NullMarked
package org.openletter.embedded.log;

import org.jspecify.annotations.NullMarked;
