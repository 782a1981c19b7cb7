/// Reads WordPress exports, which may be broken, huge or hostile.
@NullMarked
package org.openletter.posts.importing.wordpress;

import org.jspecify.annotations.NullMarked;
