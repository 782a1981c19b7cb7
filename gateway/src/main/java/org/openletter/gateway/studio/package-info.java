/// The creator's desk: her letters, how the conversation on each is held, and taking a letter back.
@NullMarked
package org.openletter.gateway.studio;

import org.jspecify.annotations.NullMarked;
