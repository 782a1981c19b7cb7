/// The check of a text by moderation-service.
@NullMarked
package org.openletter.comments.screening;

import org.jspecify.annotations.NullMarked;
