/// Defaults that all services share, and how they are wired.
@NullMarked
package org.openletter.platform.start;

import org.jspecify.annotations.NullMarked;
