/// How large things may be, so that the heap is enough for them.
@NullMarked
package org.openletter.embedded.memory;

import org.jspecify.annotations.NullMarked;
