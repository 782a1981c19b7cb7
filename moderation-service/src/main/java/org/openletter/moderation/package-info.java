/// Moderation of conversations: screening of responses and statements of reasons.
@NullMarked
package org.openletter.moderation;

import org.jspecify.annotations.NullMarked;
