package org.openletter.embedded.scan;

import org.h2.mvstore.RootReference;
import org.openletter.embedded.key.Key;

/// An index and the documents at one moment between two changes. Nobody waits for who reads it.
public record Snapshot(RootReference<Key, byte[]> index, RootReference<Key, byte[]> documents) {}
