package org.openletter.comments.thread;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

  /// Takes what posts-service answered just now; makes the thread when it is new.
  CommentThread verified(Letter letter, Instant now);

  /// Takes an event of posts-service. Event ids ascend: one that is not newer than the last one
  /// changes nothing, so an event that comes twice or late cannot bring a withdrawn letter back.
  void heard(String eventId, Letter letter, Instant now);

  /// Stores new settings if `version` is still the current one. False when it is not.
  boolean change(String letterId, ThreadSettings settings, long version);
}
