/// Who may open which page, and which pages are kept for strangers: as the pages say themselves.
@NullMarked
package org.openletter.gateway.door.access;

import org.jspecify.annotations.NullMarked;
