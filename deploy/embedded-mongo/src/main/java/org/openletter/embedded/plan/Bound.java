package org.openletter.embedded.plan;

/// One end of a range of values, and whether the value itself is outside.
record Bound(Object value, boolean excluded) {}
