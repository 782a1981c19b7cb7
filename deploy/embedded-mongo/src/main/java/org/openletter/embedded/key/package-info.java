/// Values in MongoDB order, and the keys of the stored maps made of them.
@NullMarked
package org.openletter.embedded.key;

import org.jspecify.annotations.NullMarked;
