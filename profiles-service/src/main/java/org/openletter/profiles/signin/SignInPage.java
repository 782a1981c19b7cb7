package org.openletter.profiles.signin;

import org.jspecify.annotations.Nullable;
import org.openletter.profiles.page.Frame;

/// What the sign-in page shows.
///
/// @param handle what was typed before
/// @param wordsKept whether something she wrote waits for her
/// @param trouble why the last try did not work
public record SignInPage(Frame frame, String handle, boolean wordsKept, @Nullable String trouble) {}
