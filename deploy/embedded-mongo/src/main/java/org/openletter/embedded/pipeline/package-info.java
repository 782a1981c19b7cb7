/// The stages of an aggregation, with a count of what they keep.
@NullMarked
package org.openletter.embedded.pipeline;

import org.jspecify.annotations.NullMarked;
