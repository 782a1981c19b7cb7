/// The desk of a letter's writer: what waits for her.
@NullMarked
package org.openletter.gateway.desk;

import org.jspecify.annotations.NullMarked;
