/// Secrets are files that only the owner can read; there are no defaults.
@NullMarked
package org.openletter.platform.secret;

import org.jspecify.annotations.NullMarked;
