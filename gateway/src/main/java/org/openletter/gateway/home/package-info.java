/// Lists of letters, newest first.
@NullMarked
package org.openletter.gateway.home;

import org.jspecify.annotations.NullMarked;
