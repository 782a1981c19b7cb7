package org.openletter.profiles.page;

/// Marks the controllers whose answers are pages, so that their troubles are told on pages too.
public interface Door {}
