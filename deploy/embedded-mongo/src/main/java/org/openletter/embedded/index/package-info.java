/// Indexes: what may be declared, which entries a document has, and how they are kept.
@NullMarked
package org.openletter.embedded.index;

import org.jspecify.annotations.NullMarked;
