@NullMarked
package org.openletter.embedded.pipeline;

import org.jspecify.annotations.NullMarked;
