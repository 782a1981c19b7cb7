/// One comment: where it stands, what state it is in, and what may become of it.
@NullMarked
package org.openletter.comments.comment;

import org.jspecify.annotations.NullMarked;
