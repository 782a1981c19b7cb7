/// Work that goes on by itself.
@NullMarked
package org.openletter.comments.background;

import org.jspecify.annotations.NullMarked;
