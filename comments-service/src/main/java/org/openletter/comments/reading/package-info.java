/// Reading a thread: what each viewer sees of it.
@NullMarked
package org.openletter.comments.reading;

import org.jspecify.annotations.NullMarked;
