/// The names of authors, as letters show them.
@NullMarked
package org.openletter.posts.author;

import org.jspecify.annotations.NullMarked;
