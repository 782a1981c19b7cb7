/// Comments that come with an imported letter.
@NullMarked
package org.openletter.comments.importing;

import org.jspecify.annotations.NullMarked;
