package org.openletter.gateway.door.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long sessions are kept.
///
/// @param anonymousIdle for somebody who started to sign in or parked a text: long enough to make
///   an account and to write down the recovery code
/// @param idle for a signed-in person who does nothing
/// @param longest for a signed-in person, whatever she does
/// @param longestStaff for moderators and admins, whatever they do
/// @param accessStep the last access is written at most this often, so that reading does not mean
///   writing
@ConfigurationProperties("openletter.session")
public record SessionSettings(
    @DefaultValue("2h") Duration anonymousIdle,
    @DefaultValue("14d") Duration idle,
    @DefaultValue("30d") Duration longest,
    @DefaultValue("12h") Duration longestStaff,
    @DefaultValue("60s") Duration accessStep) {}
