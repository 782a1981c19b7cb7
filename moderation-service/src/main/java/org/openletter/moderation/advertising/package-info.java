/// Tells advertising from people who talk about their work or recommend something.
@NullMarked
package org.openletter.moderation.advertising;

import org.jspecify.annotations.NullMarked;
