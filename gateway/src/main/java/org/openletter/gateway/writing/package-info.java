/// What somebody who responds does.
@NullMarked
package org.openletter.gateway.writing;

import org.jspecify.annotations.NullMarked;
