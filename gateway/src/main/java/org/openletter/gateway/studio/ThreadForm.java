package org.openletter.gateway.studio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.ThreadsClient;

/// How a conversation is held, as it stands in the form.
///
/// @param mode `open`, `hold-first-timers`, `hold-all` or `closed`
/// @param closesOn the last day for responses as `2027-05-01`, or empty
/// @param rules house rules, a line each
/// @param version what the form was filled from, or empty
public record ThreadForm(String mode, String closesOn, String rules, String version) {

  static ThreadForm of(Map<String, String> fields) {
    return new ThreadForm(
        fields.getOrDefault("mode", ""),
        fields.getOrDefault("closesOn", "").strip(),
        fields.getOrDefault("rules", ""),
        fields.getOrDefault("version", ""));
  }

  static ThreadForm of(ThreadsClient.Settings thread, ZoneId zone) {
    return new ThreadForm(
        thread.mode(),
        lastDay(thread.closesAt(), zone),
        thread.rules() == null ? "" : String.join("\n", thread.rules()),
        thread.version() == null ? "" : thread.version().toString());
  }

  /// The settings to send; empty when the day is no day.
  Optional<ThreadsClient.Settings> settings(ZoneId zone) {
    try {
      // The day itself still belongs to the conversation: it closes when that day is over.
      Instant closesAt =
          closesOn.isEmpty() ? null : day().plusDays(1).atStartOfDay(zone).toInstant();
      return Optional.of(new ThreadsClient.Settings(mode, closesAt, lines(), number()));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  // A day of this form has four digits for its year; what has more cannot be reckoned with.
  private LocalDate day() {
    if (closesOn.length() > "2027-05-01".length()) {
      throw new DateTimeException("not a day");
    }
    return LocalDate.parse(closesOn);
  }

  /// Whether the form says what it was filled from.
  boolean versioned() {
    return number() != null;
  }

  private List<String> lines() {
    return rules.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private @Nullable Integer number() {
    return version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
  }

  private static String lastDay(@Nullable Instant closesAt, ZoneId zone) {
    return closesAt == null ? "" : closesAt.minusNanos(1).atZone(zone).toLocalDate().toString();
  }
}
