package org.openletter.platform.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long somebody stays signed in, on both sides of a sign-in.
///
/// @param idle without any use
/// @param most however much it is used
/// @param staffMost the same for moderators and admins: their sessions are worth more
/// @param stranger for somebody who has begun to sign in or left a text: long enough to make an
///   account and to write down the recovery code
@ConfigurationProperties("openletter.sign-in")
public record SignInSettings(
    @DefaultValue("14d") Duration idle,
    @DefaultValue("30d") Duration most,
    @DefaultValue("12h") Duration staffMost,
    @DefaultValue("2h") Duration stranger) {

  /// The absolute limit for a member or for staff.
  public Duration most(boolean staff) {
    return staff ? staffMost : most;
  }
}
