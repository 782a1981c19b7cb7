/// Feeds of new letters for feed readers.
@NullMarked
package org.openletter.gateway.feed;

import org.jspecify.annotations.NullMarked;
