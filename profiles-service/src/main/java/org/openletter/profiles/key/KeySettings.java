package org.openletter.profiles.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When signing keys change.
///
/// @param rotateAfter a key signs this long
/// @param publishedAfter how long a key stays published after another took over: longer than any
///   token that it signed
/// @param reload how soon one instance signs with a key that another one made
/// @param bits length of new RSA keys; ASVS asks for at least 3072
@ConfigurationProperties("openletter.keys")
record KeySettings(
    @DefaultValue("30d") Duration rotateAfter,
    @DefaultValue("2h") Duration publishedAfter,
    @DefaultValue("30s") Duration reload,
    @DefaultValue("3072") int bits) {}
