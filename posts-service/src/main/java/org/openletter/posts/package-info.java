/// The service that owns letters and everything that hangs on a letter but the conversation.
@NullMarked
package org.openletter.posts;

import org.jspecify.annotations.NullMarked;
