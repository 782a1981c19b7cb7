/// What readers see: letters, the conversation below them, people, feeds.
@NullMarked
package org.openletter.gateway.reading;

import org.jspecify.annotations.NullMarked;
