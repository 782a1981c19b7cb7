package org.openletter.gateway.look.page;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/// Pages at a fixed instant, and people to look at them.
public final class PagesForTests {

  /// Sunday, 15 November 2026, a little after ten.
  public static final Instant NOW = Instant.parse("2026-11-15T10:12:00Z");

  private static final Site SITE =
      new Site(
          URI.create("https://letters.example"),
          URI.create("https://www.wikipedia.org/"),
          "Ask at the door.",
          ZoneOffset.UTC);

  private PagesForTests() {}

  public static Site site() {
    return SITE;
  }

  public static Pages pages() {
    return new Pages(SITE, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  public static Page page(Viewer viewer) {
    return pages().page(viewer, "A page");
  }

  /// A member who has read everything and never wrote a letter.
  public static Viewer member(String handle) {
    return new Viewer(
        new Viewer.Signed(
            handle, "Name of " + handle, Set.of("member"), "token-1", 0, null, null, false));
  }

  /// Somebody whose account waits for staff.
  public static Viewer waitingForStaff(String handle) {
    return new Viewer(new Viewer.Signed(handle, handle, Set.of(), "token-1", 0, null, null, false));
  }
}
