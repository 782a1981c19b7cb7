/// Writing: what only the owner of a letter sees and does before the public sees it.
@NullMarked
package org.openletter.posts.draft;

import org.jspecify.annotations.NullMarked;
