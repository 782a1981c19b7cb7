/// Words that were sent by nobody in particular: kept while their writer signs in, then shown to
/// her again.
@NullMarked
package org.openletter.gateway.door.draft;

import org.jspecify.annotations.NullMarked;
