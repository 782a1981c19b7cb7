package org.openletter.profiles.signup;

import org.jspecify.annotations.Nullable;
import org.openletter.profiles.page.Frame;
import org.openletter.profiles.page.Wrong;
import org.openletter.profiles.session.WhatWaits;

/// The page on which an account is made.
///
/// @param action where the form goes
/// @param handle what was typed before
/// @param name what was typed before
/// @param admin whether this makes an admin
/// @param waits what the gateway keeps of hers, or null
/// @param trouble why no account can be made right now
public record SignUpPage(
    Frame frame,
    String action,
    String handle,
    String name,
    boolean admin,
    @Nullable WhatWaits waits,
    Wrong wrong,
    @Nullable String trouble) {}
