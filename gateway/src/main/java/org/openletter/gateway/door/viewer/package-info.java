/// Who looks at a page, with the numbers that the bar shows beside the links.
@NullMarked
package org.openletter.gateway.door.viewer;

import org.jspecify.annotations.NullMarked;
