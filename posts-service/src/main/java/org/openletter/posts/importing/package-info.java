/// A file that was checked, and bringing in what its owner chooses.
@NullMarked
package org.openletter.posts.importing;

import org.jspecify.annotations.NullMarked;
