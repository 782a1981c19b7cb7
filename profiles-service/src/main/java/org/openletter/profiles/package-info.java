/// Accounts, sign-in, profiles and the inbox.
@NullMarked
package org.openletter.profiles;

import org.jspecify.annotations.NullMarked;
