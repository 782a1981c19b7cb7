package org.openletter.comments.thread;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of threads.
///
/// @param verifiedFor how long a letter counts as confirmed by posts-service; so long it can be
///   responded to while posts-service is down
/// @param rules most lines of house rules
/// @param ruleLength longest line of house rules, in code points
@ConfigurationProperties("openletter.threads")
record ThreadLimits(
    @DefaultValue("60s") Duration verifiedFor,
    @DefaultValue("5") int rules,
    @DefaultValue("200") int ruleLength) {}
