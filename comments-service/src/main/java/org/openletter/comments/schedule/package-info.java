/// What is due about a comment some time after it changed.
@NullMarked
package org.openletter.comments.schedule;

import org.jspecify.annotations.NullMarked;
