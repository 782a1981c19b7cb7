/// Recognises the same text when it is sent again, also slightly changed.
@NullMarked
package org.openletter.moderation.repeat;

import org.jspecify.annotations.NullMarked;
