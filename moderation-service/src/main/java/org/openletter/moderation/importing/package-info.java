/// Screens all responses of an import together and sorts the junk among them into clusters.
@NullMarked
package org.openletter.moderation.importing;

import org.jspecify.annotations.NullMarked;
