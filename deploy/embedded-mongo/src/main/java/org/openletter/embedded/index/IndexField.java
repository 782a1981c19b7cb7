package org.openletter.embedded.index;

/// One field of an index, and whether greater values come first.
public record IndexField(String name, boolean descending) {}
