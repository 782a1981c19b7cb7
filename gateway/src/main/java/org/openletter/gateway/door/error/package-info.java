/// What people and programs see when something cannot be done: what happened, what was kept, the
/// next step.
@NullMarked
package org.openletter.gateway.door.error;

import org.jspecify.annotations.NullMarked;
