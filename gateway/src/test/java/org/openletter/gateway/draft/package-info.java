/// Words that were sent while nobody was signed in.
@NullMarked
package org.openletter.gateway.draft;

import org.jspecify.annotations.NullMarked;
