/// Comments that wait for a screening that did not answer.
@NullMarked
package org.openletter.comments.rescreening;

import org.jspecify.annotations.NullMarked;
