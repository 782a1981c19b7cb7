/// Who is asking, read from the token and from nothing else.
@NullMarked
package org.openletter.platform.caller;

import org.jspecify.annotations.NullMarked;
