/// What a service says of itself on the admin page.
@NullMarked
package org.openletter.platform.status;

import org.jspecify.annotations.NullMarked;
