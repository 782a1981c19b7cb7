/// Signing in and out at the platform's own authorization server, and staying signed in.
@NullMarked
package org.openletter.gateway.door.signin;

import org.jspecify.annotations.NullMarked;
