/// What people are told when something cannot be done.
@NullMarked
package org.openletter.gateway.error;

import org.jspecify.annotations.NullMarked;
