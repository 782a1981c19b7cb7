/// Who has to hear what when a comment changes.
@NullMarked
package org.openletter.comments.event;

import org.jspecify.annotations.NullMarked;
