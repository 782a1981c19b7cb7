/// Statements of reasons: what was restricted, why, by whom, and what its writer can do.
@NullMarked
package org.openletter.moderation.statement;

import org.jspecify.annotations.NullMarked;
