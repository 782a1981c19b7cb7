package org.openletter.posts.comment;

import org.openletter.platform.outbox.OutboxEvent;

/// Delivers one kind of event from the outboxes of letters.
public interface Delivery {

  /// The kind it delivers.
  String kind();

  /// Returns when the receiver has acknowledged.
  void deliver(OutboxEvent event);
}
