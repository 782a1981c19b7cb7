/// Signing in with handle and password.
@NullMarked
package org.openletter.profiles.signin;

import org.jspecify.annotations.NullMarked;
