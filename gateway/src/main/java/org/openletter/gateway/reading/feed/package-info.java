/// Feeds of new letters for feed readers.
@NullMarked
package org.openletter.gateway.reading.feed;

import org.jspecify.annotations.NullMarked;
