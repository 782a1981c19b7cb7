/// A letter, its states, its versions, and where they are kept.
@NullMarked
package org.openletter.posts.letter;

import org.jspecify.annotations.NullMarked;
