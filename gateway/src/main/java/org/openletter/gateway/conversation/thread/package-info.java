/// The conversation on a letter, as far as it is read: responses, their places and their states.
@NullMarked
package org.openletter.gateway.conversation.thread;

import org.jspecify.annotations.NullMarked;
