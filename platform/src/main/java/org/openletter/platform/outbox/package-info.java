/// The document is the queue: events in the aggregate, delivered until acknowledged.
@NullMarked
package org.openletter.platform.outbox;

import org.jspecify.annotations.NullMarked;
