/// Making an account.
@NullMarked
package org.openletter.profiles.signup;

import org.jspecify.annotations.NullMarked;
