@NullMarked
package org.openletter.embedded.log;

import org.jspecify.annotations.NullMarked;
