/// The wire side: which commands there are, what is refused, and the reply to each.
@NullMarked
package org.openletter.embedded.server;

import org.jspecify.annotations.NullMarked;
