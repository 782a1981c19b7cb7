/// The errors of this server: what it does not do, and why it cannot do more just now.
@NullMarked
package org.openletter.embedded.refusal;

import org.jspecify.annotations.NullMarked;
