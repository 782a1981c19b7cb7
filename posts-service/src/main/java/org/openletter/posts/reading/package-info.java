/// What readers and other services may know of letters.
@NullMarked
package org.openletter.posts.reading;

import org.jspecify.annotations.NullMarked;
