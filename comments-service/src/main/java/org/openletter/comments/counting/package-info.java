/// Counting the responses of a thread, and keeping their places right.
@NullMarked
package org.openletter.comments.counting;

import org.jspecify.annotations.NullMarked;
