/// The seam of the screening: what a signal gets, and what it may say.
@NullMarked
package org.openletter.moderation.signal;

import org.jspecify.annotations.NullMarked;
