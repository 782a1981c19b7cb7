/// What an admin sees and does: how the services are, who has which role, who waits.
@NullMarked
package org.openletter.gateway.admin;

import org.jspecify.annotations.NullMarked;
