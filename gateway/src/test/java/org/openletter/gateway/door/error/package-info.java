/// What people are told when something cannot be done.
@NullMarked
package org.openletter.gateway.door.error;

import org.jspecify.annotations.NullMarked;
