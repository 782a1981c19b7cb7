@NullMarked
package org.openletter.embedded.store;

import org.jspecify.annotations.NullMarked;
