/// Lists of letters, newest first.
@NullMarked
package org.openletter.gateway.reading.home;

import org.jspecify.annotations.NullMarked;
