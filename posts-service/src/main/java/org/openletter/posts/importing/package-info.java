/// Bringing in a letter with its responses: choose, check, confirm.
@NullMarked
package org.openletter.posts.importing;

import org.jspecify.annotations.NullMarked;
