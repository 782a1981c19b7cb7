@NullMarked
package org.openletter.embedded.key;

import org.jspecify.annotations.NullMarked;
