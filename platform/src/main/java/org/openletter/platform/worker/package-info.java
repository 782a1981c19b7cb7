/// Work that a service does again and again by itself.
@NullMarked
package org.openletter.platform.worker;

import org.jspecify.annotations.NullMarked;
