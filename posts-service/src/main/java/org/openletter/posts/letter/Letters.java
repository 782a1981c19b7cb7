package org.openletter.posts.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.OutboxEvent;

/// All letters. Events leave in the same write as the change they speak of.
public interface Letters {

  /// One letter; empty when there is none, also after a draft was discarded.
  Optional<Letter> find(LetterId id);

  /// The event that was written last with a letter, empty when none ever was. What is read of the
  /// letter after this is as new as that event, or newer.
  Optional<String> lastEvent(LetterId id);

  /// Adds a letter. False when there is one with this id already.
  boolean add(Letter.Draft draft, List<OutboxEvent> events);

  /// Stores a change. False when the letter was changed by somebody else since it was read.
  boolean change(Letter letter, List<OutboxEvent> events);

  /// Removes a draft. With events a trace stays until they have left. False when the draft was
  /// changed since it was read.
  boolean discard(Letter.Draft draft, List<OutboxEvent> events);

  /// Published letters, newest publication first, of one author when a handle is given.
  List<Letter.Published> published(@Nullable String handle, @Nullable Position after, int limit);

  /// All letters of an account, the one saved last first.
  List<Letter> ofOwner(String accountId, @Nullable Position after, int limit);

  /// How many drafts an account has, counted no further than `limit`.
  int drafts(String accountId, int limit);

  /// Which of these exist, also of other owners.
  Set<LetterId> existing(Set<LetterId> ids);

  /// Whether comments-service still has to hear something of one of these.
  boolean waitingForDelivery(Set<LetterId> ids);

  /// Gives all letters of an account a new handle and name.
  void rename(Author author);

  /// Where a page of a list ended.
  record Position(Instant at, LetterId id) {}
}
