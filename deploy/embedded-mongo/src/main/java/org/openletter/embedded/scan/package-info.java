/// Reading: the entries of an index, their documents, in order and in batches.
@NullMarked
package org.openletter.embedded.scan;

import org.jspecify.annotations.NullMarked;
