@NullMarked
package org.openletter.embedded.memory;

import org.jspecify.annotations.NullMarked;
