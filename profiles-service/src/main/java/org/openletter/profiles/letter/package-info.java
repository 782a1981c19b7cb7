/// Public letters, as far as names here may not be taken for theirs.
@NullMarked
package org.openletter.profiles.letter;

import org.jspecify.annotations.NullMarked;
