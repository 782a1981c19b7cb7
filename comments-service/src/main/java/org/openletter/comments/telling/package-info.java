/// Who has to hear what when a comment changes.
@NullMarked
package org.openletter.comments.telling;

import org.jspecify.annotations.NullMarked;
