package org.openletter.gateway.look.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Instants in words, in the zone of the site.
public final class When {

  private static final DateTimeFormatter LONG = words("d MMMM uuuu");
  private static final DateTimeFormatter SHORT = words("d MMMM");
  private static final DateTimeFormatter CLOCK = words("HH:mm");

  private When() {}

  /// A date as a letter carries it: "14 November 2026".
  public static String dated(Page page, Instant at) {
    return LONG.format(at.atZone(page.site().timeZone()));
  }

  /// A date in a list: the year only when it is another one, "14 November".
  public static String listed(Page page, Instant at) {
    return listed(at.atZone(page.site().timeZone()), now(page));
  }

  /// An instant as people say it: "just now", "2 minutes ago", "today, 08:02", "yesterday, 22:10".
  public static String said(Page page, Instant at) {
    var moment = at.atZone(page.site().timeZone());
    var now = now(page);
    long minutes = Duration.between(at, page.now()).toMinutes();
    if (minutes < 1) {
      return "just now";
    }
    if (minutes < 60) {
      return minutes == 1 ? "1 minute ago" : minutes + " minutes ago";
    }
    if (moment.toLocalDate().equals(now.toLocalDate())) {
      return "today, " + CLOCK.format(moment);
    }
    if (moment.toLocalDate().equals(now.toLocalDate().minusDays(1))) {
      return "yesterday, " + CLOCK.format(moment);
    }
    return listed(moment, now);
  }

  private static String listed(ZonedDateTime moment, ZonedDateTime now) {
    return (moment.getYear() == now.getYear() ? SHORT : LONG).format(moment);
  }

  private static ZonedDateTime now(Page page) {
    return page.now().atZone(page.site().timeZone());
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
