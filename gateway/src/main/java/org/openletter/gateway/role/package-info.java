/// Who has which role, and whose name waits for staff.
@NullMarked
package org.openletter.gateway.role;

import org.jspecify.annotations.NullMarked;
