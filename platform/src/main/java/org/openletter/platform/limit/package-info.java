/// Buckets in memory that say how long to wait.
@NullMarked
package org.openletter.platform.limit;

import org.jspecify.annotations.NullMarked;
