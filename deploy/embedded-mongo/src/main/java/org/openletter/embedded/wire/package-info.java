/// Connections: messages from bytes, one answer to each, and bounds before anything is worked on.
@NullMarked
package org.openletter.embedded.wire;

import org.jspecify.annotations.NullMarked;
