/// Words that were sent while nobody was signed in.
@NullMarked
package org.openletter.gateway.door.draft;

import org.jspecify.annotations.NullMarked;
