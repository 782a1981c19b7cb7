/// The keys that tokens are signed with.
@NullMarked
package org.openletter.profiles.key;

import org.jspecify.annotations.NullMarked;
