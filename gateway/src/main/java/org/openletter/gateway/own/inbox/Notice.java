package org.openletter.gateway.own.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a person is told, in words.
///
/// @param sentence what happened, and how often, in full words
/// @param detail a second line such as a reason, or null
/// @param href the thing itself, an address of this site, or null
/// @param readAt null while it is new
public record Notice(
    String id,
    String sentence,
    @Nullable String detail,
    @Nullable String href,
    Instant at,
    @Nullable Instant readAt) {

  public boolean isNew() {
    return readAt == null;
  }

  /// The link, if it leads to a page of this site; nothing else is ever linked from an inbox.
  public @Nullable String link() {
    return href != null && href.startsWith("/") && !href.startsWith("//") && !href.contains("\\")
        ? href
        : null;
  }
}
