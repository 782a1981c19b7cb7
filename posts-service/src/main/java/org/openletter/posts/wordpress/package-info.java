/// Reads WordPress exports, which may be broken, huge or hostile.
@NullMarked
package org.openletter.posts.wordpress;

import org.jspecify.annotations.NullMarked;
