package org.openletter.profiles.signin;

import org.jspecify.annotations.Nullable;
import org.openletter.profiles.page.Frame;
import org.openletter.profiles.session.WhatWaits;

/// What the sign-in page shows.
///
/// @param handle what was typed before
/// @param waits what the gateway keeps of hers, or null
/// @param trouble why the last try did not work
public record SignInPage(
    Frame frame, String handle, @Nullable WhatWaits waits, @Nullable String trouble) {}
