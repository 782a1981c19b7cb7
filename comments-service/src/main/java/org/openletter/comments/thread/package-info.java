/// The thread of a letter: its settings and how many responses it has.
@NullMarked
package org.openletter.comments.thread;

import org.jspecify.annotations.NullMarked;
