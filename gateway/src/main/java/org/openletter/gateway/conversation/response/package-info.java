/// Writing, changing and withdrawing one's own response.
@NullMarked
package org.openletter.gateway.conversation.response;

import org.jspecify.annotations.NullMarked;
