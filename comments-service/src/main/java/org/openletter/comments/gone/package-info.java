/// What is no longer public, for those who keep copies of pages.
@NullMarked
package org.openletter.comments.gone;

import org.jspecify.annotations.NullMarked;
