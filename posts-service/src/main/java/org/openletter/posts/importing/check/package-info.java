/// The first step of bringing in a letter: looking at the file that somebody sends.
@NullMarked
package org.openletter.posts.importing.check;

import org.jspecify.annotations.NullMarked;
