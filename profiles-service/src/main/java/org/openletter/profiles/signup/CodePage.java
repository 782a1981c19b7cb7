package org.openletter.profiles.signup;

import org.openletter.profiles.page.Frame;

/// Shows a recovery code, once.
///
/// @param handle whose it is
/// @param waiting whether staff looks at the name first
/// @param again whether it takes the place of one that was used
public record CodePage(Frame frame, String handle, String code, boolean waiting, boolean again) {}
