/// comments-service: comments and threads, and what of them is visible to whom.
@NullMarked
package org.openletter.comments;

import org.jspecify.annotations.NullMarked;
