/// Which applications may ask for tokens, and for which ones.
@NullMarked
package org.openletter.profiles.client;

import org.jspecify.annotations.NullMarked;
