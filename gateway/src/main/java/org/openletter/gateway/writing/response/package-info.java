/// Writing, changing and withdrawing one's own response.
@NullMarked
package org.openletter.gateway.writing.response;

import org.jspecify.annotations.NullMarked;
