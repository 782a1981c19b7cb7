/// Passwords and recovery codes: what is accepted, how it is kept, how it is compared.
@NullMarked
package org.openletter.profiles.password;

import org.jspecify.annotations.NullMarked;
