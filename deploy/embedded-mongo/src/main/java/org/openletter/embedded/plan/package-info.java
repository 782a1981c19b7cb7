/// From a filter and an order to the ranges of an index that answer them.
@NullMarked
package org.openletter.embedded.plan;

import org.jspecify.annotations.NullMarked;
