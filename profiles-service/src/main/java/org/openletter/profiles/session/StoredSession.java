package org.openletter.profiles.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionIds;
import org.springframework.session.Session;

/// One browser's session. It holds words only, so nothing in the database is ever turned into an
/// object of a class that the database names.
final class StoredSession implements Session {

  private final Clock clock;
  private final Instant created;
  private final Map<String, String> attributes;
  private final Set<String> changed = new HashSet<>();
  private final @Nullable Instant storedLast;

  private @Nullable String storedId;
  private String id;
  private Instant last;
  private Duration idle;

  private StoredSession(
      Clock clock, @Nullable String storedId, String id, Instant created, Instant last) {
    this.clock = clock;
    this.storedId = storedId;
    this.id = id;
    this.created = created;
    this.last = last;
    this.storedLast = storedId == null ? null : last;
    this.idle = Duration.ZERO;
    this.attributes = new HashMap<>();
  }

  static StoredSession fresh(Clock clock, Duration idle) {
    StoredSession session =
        new StoredSession(clock, null, newId(), clock.instant(), clock.instant());
    session.idle = idle;
    return session;
  }

  static StoredSession stored(
      Clock clock,
      String id,
      Instant created,
      Instant last,
      Duration idle,
      Map<String, String> words) {
    StoredSession session = new StoredSession(clock, id, id, created, last);
    session.idle = idle;
    session.attributes.putAll(words);
    return session;
  }

  /// A session that is its own id; the database does not have it.
  static StoredSession stranger(
      Clock clock,
      String id,
      Instant created,
      Instant last,
      Duration idle,
      Map<String, String> words) {
    StoredSession session = stored(clock, id, created, last, idle, words);
    session.storedId = null;
    return session;
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  /// The id under which it is in the database; null while it is not.
  @Nullable String storedId() {
    return storedId;
  }

  /// Names of what was set or removed since it was read or saved.
  Set<String> changed() {
    return Set.copyOf(changed);
  }

  /// When it was used last, as the database has it; null while it is not there.
  @Nullable Instant storedLast() {
    return storedLast;
  }

  Map<String, String> words() {
    return Map.copyOf(attributes);
  }

  /// It is its own id from now on, and not in the database.
  void carriedBy(String newId) {
    id = newId;
    changed.clear();
  }

  void saved() {
    storedId = id;
    changed.clear();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    String stored = storedId;
    id = stored == null ? newId() : SessionIds.changed(stored, newId());
    return id;
  }

  // The interface leaves the type to the caller; here it is always String.
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    return (T) attributes.get(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return Set.copyOf(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else if (value instanceof String word) {
      attributes.put(name, word);
      changed.add(name);
    } else {
      throw new IllegalArgumentException("A session holds words only, not " + value.getClass());
    }
  }

  @Override
  public void removeAttribute(String name) {
    if (attributes.remove(name) != null) {
      changed.add(name);
    }
  }

  @Override
  public Instant getCreationTime() {
    return created;
  }

  @Override
  public void setLastAccessedTime(Instant now) {
    last = now;
  }

  @Override
  public Instant getLastAccessedTime() {
    return last;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    idle = interval;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  @Override
  public boolean isExpired() {
    return !clock.instant().isBefore(last.plus(idle));
  }
}
