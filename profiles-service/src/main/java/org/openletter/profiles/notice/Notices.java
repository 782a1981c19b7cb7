package org.openletter.profiles.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody's inboxes.
public interface Notices {

  /// Most that `unread` counts.
  int MOST_COUNTED = 100;

  /// Tells somebody something. The same event again changes nothing, also after it was read.
  void tell(News news);

  /// Her notices before this order key (null: from the newest on), newest first, at most `limit`.
  List<Notice> of(String accountId, @Nullable String before, int limit);

  /// How many she has not read, counted up to 100.
  int unread(String accountId);

  /// She has read this one (null: all of them).
  void read(String accountId, @Nullable String id, Instant now);
}
