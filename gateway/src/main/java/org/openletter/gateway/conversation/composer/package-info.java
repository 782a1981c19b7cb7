/// The form that a response is written in, wherever it stands, and the words that wait for it.
@NullMarked
package org.openletter.gateway.conversation.composer;

import org.jspecify.annotations.NullMarked;
