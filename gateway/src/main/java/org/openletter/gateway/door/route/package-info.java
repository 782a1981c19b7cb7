/// What is passed on to the services: the API by a fixed table, and the pages of the authorization
/// server.
@NullMarked
package org.openletter.gateway.door.route;

import org.jspecify.annotations.NullMarked;
