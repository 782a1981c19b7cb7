/// Whose tokens count no longer.
@NullMarked
package org.openletter.profiles.revocation;

import org.jspecify.annotations.NullMarked;
