/// Ending what was signed in before.
@NullMarked
package org.openletter.profiles.signout;

import org.jspecify.annotations.NullMarked;
