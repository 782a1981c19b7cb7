/// Who has which role, and whose name waits for staff.
@NullMarked
package org.openletter.gateway.admin.role;

import org.jspecify.annotations.NullMarked;
