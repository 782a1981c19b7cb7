/// The statement of reasons that goes with a restriction, which moderation-service files.
@NullMarked
package org.openletter.comments.statement;

import org.jspecify.annotations.NullMarked;
