/// The conversation on a letter: reading it, and what somebody who responds does.
@NullMarked
package org.openletter.gateway.conversation;

import org.jspecify.annotations.NullMarked;
