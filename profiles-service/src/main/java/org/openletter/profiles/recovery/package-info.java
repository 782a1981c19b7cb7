/// Getting back in with the recovery code.
@NullMarked
package org.openletter.profiles.recovery;

import org.jspecify.annotations.NullMarked;
