/// Signing in, staying signed in and signing out, against a stubbed authorization server.
@NullMarked
package org.openletter.gateway.signin;

import org.jspecify.annotations.NullMarked;
