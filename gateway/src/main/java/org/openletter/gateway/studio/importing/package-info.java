/// Bringing in letters from elsewhere: choose a file, check what it holds, bring it in.
@NullMarked
package org.openletter.gateway.studio.importing;

import org.jspecify.annotations.NullMarked;
