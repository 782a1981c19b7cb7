/// One letter as its readers see it, with the conversation below it.
@NullMarked
package org.openletter.gateway.reading.letter;

import org.jspecify.annotations.NullMarked;
