/// The admin's pages against stubbed services.
@NullMarked
package org.openletter.gateway.admin;

import org.jspecify.annotations.NullMarked;
