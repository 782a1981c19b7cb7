package org.openletter.comments.thread;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;

/// Where threads are kept.
public interface Threads {

  /// The name of the collection; `_id` is the letter.
  String COLLECTION = "threads";

  /// The field that says when something of the letter was last taken out of public view.
  String GONE_AT = "goneAt";

  /// The thread of a letter, empty when this service has not heard of it.
  Optional<CommentThread> find(String letterId);

  /// The threads of these letters by letter; those not heard of are missing.
  Map<String, CommentThread> find(Collection<String> letterIds);

  /// Takes what posts-service answered just now; makes the thread when it is new. An answer that is
  /// older than an event heard since confirms at most what is known, so one that was long under way
  /// cannot bring a withdrawn letter back. Returns what is known then.
  ///
  /// @param asOf the last event that went into the answer; null when it names none, which is older
  ///   than any
  CommentThread verified(@Nullable String asOf, Letter letter, Instant now);

  /// Takes an event of posts-service. Event ids ascend: one that is not newer than the last one
  /// changes nothing, so an event that comes twice or late cannot bring a withdrawn letter back.
  void heard(String eventId, Letter letter, Instant now);

  /// Stores new settings if `version` is still the current one. False when it is not.
  boolean change(String letterId, ThreadSettings settings, long version);
}
