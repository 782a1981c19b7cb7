package org.openletter.comments.thread;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.letter.LettersClient;

/// Threads in memory.
public final class RememberedThreads implements Threads {

  private final Map<String, CommentThread> threads = new HashMap<>();

  private final Map<String, String> lastEvents = new HashMap<>();

  /// A published letter with a thread in this mode, verified just now.
  public static CommentThread aThread(String letterId, String creatorId, Mode mode, Instant now) {
    return new CommentThread(
        new Letter(letterId, creatorId, "Rosa", "The last tram", "the-last-tram", "published", now),
        new ThreadSettings(mode, null, List.of(), 0),
        0,
        now);
  }

  public RememberedThreads with(CommentThread thread) {
    threads.put(thread.letter().id(), thread);
    return this;
  }

  /// Finds in these, asking this posts-service.
  public FindThread finder(LettersClient letters, Clock clock) {
    return new FindThread(this, letters, new ThreadLimits(Duration.ofSeconds(60), 5, 200), clock);
  }

  @Override
  public Optional<CommentThread> find(String letterId) {
    return Optional.ofNullable(threads.get(letterId));
  }

  @Override
  public Map<String, CommentThread> find(Collection<String> letterIds) {
    Map<String, CommentThread> found = new HashMap<>(threads);
    found.keySet().retainAll(letterIds);
    return found;
  }

  @Override
  public CommentThread verified(@Nullable String asOf, Letter letter, Instant now) {
    String last = lastEvents.get(letter.id());
    CommentThread known = threads.get(letter.id());
    if (last == null || asOf != null && last.compareTo(asOf) <= 0) {
      store(asOf, letter, now);
    } else if (known != null && known.letter().state().equals(letter.state())) {
      with(new CommentThread(known.letter(), known.settings(), known.responses(), now));
    }
    return Objects.requireNonNull(threads.get(letter.id()));
  }

  @Override
  public void heard(String eventId, Letter letter, Instant now) {
    String last = lastEvents.get(letter.id());
    if (last == null || last.compareTo(eventId) < 0) {
      store(eventId, letter, now);
    }
  }

  private void store(@Nullable String asOf, Letter letter, Instant now) {
    ThreadSettings settings =
        find(letter.id()).map(CommentThread::settings).orElseGet(ThreadSettings::defaults);
    with(new CommentThread(letter, settings, 0, now));
    if (asOf != null) {
      lastEvents.put(letter.id(), asOf);
    }
  }

  @Override
  public boolean change(String letterId, ThreadSettings settings, long version) {
    CommentThread thread = threads.get(letterId);
    if (thread == null || thread.settings().version() != version) {
      return false;
    }
    with(new CommentThread(thread.letter(), settings, thread.responses(), thread.verifiedAt()));
    return true;
  }
}
