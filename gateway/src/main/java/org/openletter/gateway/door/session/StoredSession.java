package org.openletter.gateway.door.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionIds;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.session.Session;

/// One session while a request works with it. Knows what it changed, so that only that is written.
final class StoredSession implements Session {

  // 256 bits.
  private static final StringKeyGenerator SECRETS =
      new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

  private final Contents contents;
  private final Clock clock;
  private final String key;
  private final Instant created;
  private final Map<String, byte[]> sealed;
  private final Map<String, Object> opened = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private String id;
  private String storedId;
  private boolean stored;
  private boolean idleChanged;
  private Instant seen;
  private Instant storedSeen;
  private Duration idle;

  /// A session that is not stored yet.
  static StoredSession fresh(Contents contents, Clock clock, Duration idle) {
    Instant now = clock.instant();
    return new StoredSession(
        contents, clock, SECRETS.generateKey(), now, now, idle, Map.of(), false);
  }

  StoredSession(
      Contents contents,
      Clock clock,
      String id,
      Instant created,
      Instant seen,
      Duration idle,
      Map<String, byte[]> sealed,
      boolean stored) {
    this.contents = contents;
    this.clock = clock;
    this.id = id;
    this.storedId = id;
    this.key = Sessions.IDS.key(id);
    this.created = created;
    this.seen = seen;
    this.storedSeen = seen;
    this.idle = idle;
    this.sealed = sealed;
    this.stored = stored;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    id = SessionIds.changed(id, SECRETS.generateKey());
    return id;
  }

  // The caller names the type, as the interface of the library wants it.
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    return (T) value(name);
  }

  private @Nullable Object value(String name) {
    if (changed.contains(name) || opened.containsKey(name)) {
      return opened.get(name);
    }
    byte[] bytes = sealed.get(name);
    if (bytes == null) {
      return null;
    }
    Optional<Object> value = contents.read(name, bytes, key);
    value.ifPresent(v -> opened.put(name, v));
    return value.orElse(null);
  }

  @Override
  public Set<String> getAttributeNames() {
    Set<String> names = new HashSet<>(sealed.keySet());
    names.removeAll(changed);
    names.addAll(opened.keySet());
    return names;
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
      return;
    }
    contents.check(name, value);
    opened.put(name, value);
    changed.add(name);
  }

  @Override
  public void removeAttribute(String name) {
    opened.remove(name);
    changed.add(name);
  }

  @Override
  public Instant getCreationTime() {
    return created;
  }

  // The library looks at a clock of its own.
  @Override
  public void setLastAccessedTime(Instant at) {
    seen = clock.instant();
  }

  @Override
  public Instant getLastAccessedTime() {
    return seen;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    idleChanged |= !interval.equals(idle);
    idle = interval;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  // Expired sessions are never found, so whoever holds one may use it until the request ends.
  @Override
  public boolean isExpired() {
    return false;
  }

  /// The id that opens it in the database as long as a new one is not written.
  String storedId() {
    return storedId;
  }

  /// Whether its id was changed and that is not written yet.
  boolean isRenamed() {
    return !storedId.equals(id);
  }

  boolean isStored() {
    return stored;
  }

  Set<String> changed() {
    return changed;
  }

  /// Whether there is something to write: a change, or an access that is older than the step.
  boolean worthWriting(Duration step) {
    return !changed.isEmpty() || idleChanged || storedSeen.plus(step).isBefore(seen);
  }

  /// Everything it holds, opened.
  Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    for (String name : getAttributeNames()) {
      Object value = value(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }

  void written() {
    stored = true;
    storedId = id;
    idleChanged = false;
    storedSeen = seen;
    changed.clear();
  }
}
