/// The one renderer of what people write, and the cleaning before it.
@NullMarked
package org.openletter.platform.text;

import org.jspecify.annotations.NullMarked;
