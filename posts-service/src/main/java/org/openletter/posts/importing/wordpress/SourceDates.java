package org.openletter.posts.importing.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Reads the dates of an export. WordPress writes `0000-00-00 00:00:00` where it has none.
final class SourceDates {

  /// Nothing on the web is older; an earlier date is a slip.
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final DateTimeFormatter WORDPRESS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private SourceDates() {}

  /// The first of these that is a date between 1990 and `now`. Local times are taken for UTC.
  static Optional<Instant> first(Instant now, String... texts) {
    for (String text : texts) {
      Optional<Instant> date =
          read(text.strip()).filter(d -> !d.isBefore(EARLIEST) && !d.isAfter(now));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          text.contains(",")
              ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
              : LocalDateTime.parse(text, WORDPRESS).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
