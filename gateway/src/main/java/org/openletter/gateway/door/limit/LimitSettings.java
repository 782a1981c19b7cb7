package org.openletter.gateway.door.limit;

import java.time.Duration;
import org.openletter.platform.limit.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits by block of addresses (/24 or /64), or by account where one is signed in. All of them are
/// starts: a site with many people behind one address widens them.
///
/// @param signInStarts ways to sign-in begun
/// @param drafts texts kept for people who are not signed in
/// @param apiReads reads of the API by strangers
/// @param apiReadsSignedIn reads of the API by one account
/// @param pageReads pages that are not answered from the cache
@ConfigurationProperties("openletter.limits")
record LimitSettings(
    @DefaultValue Rate signInStarts,
    @DefaultValue Rate drafts,
    @DefaultValue Rate apiReads,
    @DefaultValue Rate apiReadsSignedIn,
    @DefaultValue Rate pageReads) {

  LimitSettings {
    signInStarts = signInStarts.or(60, Duration.ofMinutes(5));
    drafts = drafts.or(10, Duration.ofHours(1));
    apiReads = apiReads.or(300, Duration.ofMinutes(5));
    apiReadsSignedIn = apiReadsSignedIn.or(1500, Duration.ofMinutes(5));
    pageReads = pageReads.or(60, Duration.ofSeconds(1));
  }

  /// So many times in so long a window; what is not set has the default of its limit.
  record Rate(@DefaultValue("0") int times, @DefaultValue("0s") Duration per) {

    Rate or(int usualTimes, Duration usualPer) {
      return new Rate(times == 0 ? usualTimes : times, per.isZero() ? usualPer : per);
    }

    Limit limit() {
      return new Limit(times, per);
    }
  }
}
