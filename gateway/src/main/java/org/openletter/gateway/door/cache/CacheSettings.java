package org.openletter.gateway.door.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long pages for strangers are kept.
///
/// @param fresh a page is shown for this long after it was made; what was removed is gone
///   everywhere after that
/// @param whileDown a page is shown for this long while it cannot be made anew, because a service
///   does not answer
/// @param bytes of all kept pages together; the least read ones go first
@ConfigurationProperties("openletter.cache")
record CacheSettings(
    @DefaultValue("2s") Duration fresh,
    @DefaultValue("10m") Duration whileDown,
    @DefaultValue("33554432") long bytes) {}
