/// Writing, changing and withdrawing one's own comment.
@NullMarked
package org.openletter.comments.posting;

import org.jspecify.annotations.NullMarked;
