package org.openletter.embedded.key;

/// A point just before or just after every value of one rank; never stored, only searched for.
record Edge(int rank, boolean after) {}
