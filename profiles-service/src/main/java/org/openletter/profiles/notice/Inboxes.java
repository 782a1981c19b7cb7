package org.openletter.profiles.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody's inboxes.
interface Inboxes extends Notices {

  /// Most that `unread` counts.
  int MOST_COUNTED = 100;

  /// Her notices before this order key (null: from the newest on), newest first, at most `limit`.
  List<Notice> of(String accountId, @Nullable String before, int limit);

  /// She has read this one (null: all of them).
  void read(String accountId, @Nullable String id, Instant now);
}
