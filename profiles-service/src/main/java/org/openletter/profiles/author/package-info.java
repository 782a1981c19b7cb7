/// How the other services hear of a new name and how changes of an account take effect.
@NullMarked
package org.openletter.profiles.author;

import org.jspecify.annotations.NullMarked;
