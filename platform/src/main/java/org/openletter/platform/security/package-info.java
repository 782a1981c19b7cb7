/// What every service demands of a token, and the public origin.
@NullMarked
package org.openletter.platform.security;

import org.jspecify.annotations.NullMarked;
