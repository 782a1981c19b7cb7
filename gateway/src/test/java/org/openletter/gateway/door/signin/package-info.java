/// Signing in, staying signed in and signing out, against a stubbed authorization server.
@NullMarked
package org.openletter.gateway.door.signin;

import org.jspecify.annotations.NullMarked;
