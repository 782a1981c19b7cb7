/// Screens one response: from its text to a verdict with reasons.
@NullMarked
package org.openletter.moderation.screening;

import org.jspecify.annotations.NullMarked;
