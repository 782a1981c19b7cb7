/// House rules, and what this place is.
@NullMarked
package org.openletter.gateway.about;

import org.jspecify.annotations.NullMarked;
