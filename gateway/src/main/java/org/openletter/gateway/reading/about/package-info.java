/// House rules, and what this place is.
@NullMarked
package org.openletter.gateway.reading.about;

import org.jspecify.annotations.NullMarked;
