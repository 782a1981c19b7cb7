package org.openletter.comments.posting;

import java.time.Duration;
import org.openletter.platform.limit.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one person may write.
///
/// @param longest longest accepted text, in code points
/// @param aMinute responses of one person in a minute
/// @param anHour responses of one person in an hour
/// @param aDayWhenNew responses of one person in a day while her account is new
/// @param newFor how long an account counts as new
/// @param editsAMinute changes of one person in a minute: each is screened
@ConfigurationProperties("openletter.comments")
record PostingSettings(
    @DefaultValue("8000") int longest,
    @DefaultValue("6") int aMinute,
    @DefaultValue("60") int anHour,
    @DefaultValue("20") int aDayWhenNew,
    @DefaultValue("3d") Duration newFor,
    @DefaultValue("10") int editsAMinute) {

  Limit minute() {
    return new Limit(aMinute, Duration.ofMinutes(1));
  }

  Limit hour() {
    return new Limit(anHour, Duration.ofHours(1));
  }

  Limit dayWhenNew() {
    return new Limit(aDayWhenNew, Duration.ofDays(1));
  }

  Limit edits() {
    return new Limit(editsAMinute, Duration.ofMinutes(1));
  }
}
