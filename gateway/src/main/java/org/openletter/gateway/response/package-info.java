/// Writing, changing and withdrawing one's own response.
@NullMarked
package org.openletter.gateway.response;

import org.jspecify.annotations.NullMarked;
