/// What waits for the creator of a letter, and her decisions.
@NullMarked
package org.openletter.comments.queue;

import org.jspecify.annotations.NullMarked;
