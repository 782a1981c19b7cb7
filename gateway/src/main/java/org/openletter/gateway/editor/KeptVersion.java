package org.openletter.gateway.editor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a letter that was kept.
///
/// @param published whether readers saw it
public record KeptVersion(int version, Instant at, @Nullable String title, boolean published) {}
