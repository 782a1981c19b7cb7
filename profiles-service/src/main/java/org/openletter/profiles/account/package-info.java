/// People's accounts: who they are, what they may do, and the names nobody else may look like.
@NullMarked
package org.openletter.profiles.account;

import org.jspecify.annotations.NullMarked;
