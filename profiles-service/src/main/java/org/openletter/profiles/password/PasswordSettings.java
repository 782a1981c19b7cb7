package org.openletter.profiles.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How passwords are hashed.
///
/// @param memory memory of one hash in KiB; 19 MiB with two rounds is the OWASP recommendation for
///   Argon2id
/// @param rounds passes over that memory
/// @param atOnce hashes at the same time: four take 76 MiB of a heap of 160, the fifth waits
/// @param longestWait how long one waits for its turn before the answer is 503
@ConfigurationProperties("openletter.passwords")
record PasswordSettings(
    @DefaultValue("19456") int memory,
    @DefaultValue("2") int rounds,
    @DefaultValue("4") int atOnce,
    @DefaultValue("2s") Duration longestWait) {}
