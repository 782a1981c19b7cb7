/// What profiles-service answers: people as everybody sees them, a person's own account and
/// notices, and accounts as admins see them.
@NullMarked
package org.openletter.gateway.neighbour.profiles;

import org.jspecify.annotations.NullMarked;
