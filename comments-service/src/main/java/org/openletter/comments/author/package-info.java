/// The name of an author inside her comments.
@NullMarked
package org.openletter.comments.author;

import org.jspecify.annotations.NullMarked;
