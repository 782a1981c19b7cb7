package org.openletter.profiles.recovery;

import org.jspecify.annotations.Nullable;
import org.openletter.profiles.page.Frame;
import org.openletter.profiles.page.Wrong;

/// The page on which a recovery code is used.
///
/// @param handle what was typed before
/// @param code what was typed before
/// @param trouble why the last try did not work
public record RecoveryPage(
    Frame frame, String handle, String code, @Nullable String trouble, Wrong wrong) {}
