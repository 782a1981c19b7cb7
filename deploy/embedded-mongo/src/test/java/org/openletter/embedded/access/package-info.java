@NullMarked
package org.openletter.embedded.access;

import org.jspecify.annotations.NullMarked;
