/// How often one block of addresses may do something. No address is stored or logged.
@NullMarked
package org.openletter.gateway.door.limit;

import org.jspecify.annotations.NullMarked;
