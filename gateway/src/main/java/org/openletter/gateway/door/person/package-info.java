/// The person who is signed in, as her session keeps her and as the rest of the gateway sees her.
@NullMarked
package org.openletter.gateway.door.person;

import org.jspecify.annotations.NullMarked;
