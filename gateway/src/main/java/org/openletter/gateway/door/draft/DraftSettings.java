package org.openletter.gateway.door.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is kept for people who are not signed in.
///
/// @param largest bytes of all fields together, for a stranger; four times the longest response of
///   usual letters
/// @param largestExpired the same for a form that was sent with a session that has ended; a whole
///   letter fits
@ConfigurationProperties("openletter.drafts")
record DraftSettings(
    @DefaultValue("32768") int largest, @DefaultValue("98304") int largestExpired) {}
