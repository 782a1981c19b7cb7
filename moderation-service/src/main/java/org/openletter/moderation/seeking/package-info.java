/// Notices people who look for work or help where a letter is discussed.
@NullMarked
package org.openletter.moderation.seeking;

import org.jspecify.annotations.NullMarked;
