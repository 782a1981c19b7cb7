/// What waits for a creator's decision on her own letters, the decision, and taking it back.
@NullMarked
package org.openletter.gateway.desk.queue;

import org.jspecify.annotations.NullMarked;
