package org.openletter.gateway.neighbour.profiles;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person as everybody may see her.
///
/// @param bio what she says about herself, plain text
/// @param joined when she came, as `2026-11-14` or an instant
/// @param roles `moderator` and `admin` where she has them; nothing else
public record Person(
    String handle,
    String name,
    @Nullable String bio,
    @Nullable String joined,
    @Nullable List<String> roles) {

  /// Whether she decides about responses of others for the whole site.
  public boolean moderates() {
    return roles != null && roles.contains("moderator");
  }

  /// Whether she runs the site.
  public boolean runsTheSite() {
    return roles != null && roles.contains("admin");
  }

  /// The start of the day she came, in UTC, or null when it is not told.
  public @Nullable Instant since() {
    return joined == null || joined.length() < 10
        ? null
        : Instant.parse(joined.substring(0, 10) + "T00:00:00Z");
  }
}
