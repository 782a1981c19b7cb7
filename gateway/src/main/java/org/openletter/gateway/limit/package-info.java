/// How often one block of addresses may do something. No address is stored or logged.
@NullMarked
package org.openletter.gateway.limit;

import org.jspecify.annotations.NullMarked;
