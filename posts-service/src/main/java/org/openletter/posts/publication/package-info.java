/// Making a letter public, and taking it back.
@NullMarked
package org.openletter.posts.publication;

import org.jspecify.annotations.NullMarked;
