/// What readers see: letters, people, feeds.
@NullMarked
package org.openletter.gateway.reading;

import org.jspecify.annotations.NullMarked;
