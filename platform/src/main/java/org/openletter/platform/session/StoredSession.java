package org.openletter.platform.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/// One session while a request works with it. Knows what it changed, so that only that is written.
public final class StoredSession implements Session {

  private final SessionContents contents;
  private final Clock clock;
  private final Instant created;
  // What was not asked for yet, as the database has it.
  private final Map<String, Object> closed;
  private final Map<String, Object> opened = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private String id;
  private @Nullable String storedId;
  private @Nullable Instant writtenSeen;
  private Instant seen;
  private Duration idle;
  private boolean idleChanged;

  private StoredSession(
      SessionContents contents,
      Clock clock,
      String id,
      Instant created,
      Instant seen,
      Duration idle,
      Map<String, Object> written) {
    this.contents = contents;
    this.clock = clock;
    this.id = id;
    this.created = created;
    this.seen = seen;
    this.idle = idle;
    this.closed = new HashMap<>(written);
  }

  static StoredSession fresh(SessionContents contents, Clock clock, Duration idle) {
    Instant now = clock.instant();
    return new StoredSession(contents, clock, SessionIds.fresh(), now, now, idle, Map.of());
  }

  /// A session that was written down, but not in the database.
  public static StoredSession carried(
      SessionContents contents,
      Clock clock,
      String id,
      Instant created,
      Instant seen,
      Duration idle,
      Map<String, Object> written) {
    StoredSession session = new StoredSession(contents, clock, id, created, seen, idle, written);
    session.writtenSeen = seen;
    return session;
  }

  static StoredSession stored(
      SessionContents contents,
      Clock clock,
      String id,
      Instant created,
      Instant seen,
      Duration idle,
      Map<String, Object> written) {
    StoredSession session = carried(contents, clock, id, created, seen, idle, written);
    session.storedId = id;
    return session;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    String fresh = SessionIds.fresh();
    id = storedId == null ? fresh : SessionIds.changed(storedId, fresh);
    return id;
  }

  // The caller names the type, as the interface of the library wants it.
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    return (T) value(name);
  }

  private @Nullable Object value(String name) {
    Object written = closed.get(name);
    if (written == null) {
      return opened.get(name);
    }
    Object value = contents.read(name, written, SessionIds.key(id));
    if (value != null) {
      closed.remove(name);
      opened.put(name, value);
    }
    return value;
  }

  @Override
  public Set<String> getAttributeNames() {
    Set<String> names = new HashSet<>(closed.keySet());
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
    closed.remove(name);
    opened.put(name, value);
    changed.add(name);
  }

  @Override
  public void removeAttribute(String name) {
    boolean held = closed.remove(name) != null;
    if (opened.remove(name) != null || held) {
      changed.add(name);
    }
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

  /// When it ends, if it is not used any more.
  Instant end() {
    return seen.plus(idle);
  }

  @Override
  public boolean isExpired() {
    return !clock.instant().isBefore(end());
  }

  /// Whether the database has it, or had it when this request began.
  public boolean isStored() {
    return storedId != null;
  }

  /// The id that opens it in the database as long as a new one is not written.
  String storedId() {
    return storedId == null ? id : storedId;
  }

  /// Whether its id was changed and that is not written yet.
  boolean isRenamed() {
    return !storedId().equals(id);
  }

  /// Names of what was set or removed since it was read or written.
  Set<String> changed() {
    return changed;
  }

  /// Whether there is something to write: all of it, a change, or an access that is later than the
  /// written one by more than the step.
  public boolean worthWriting(Duration step) {
    return writtenSeen == null
        || isRenamed()
        || !changed.isEmpty()
        || idleChanged
        || writtenSeen.plus(step).isBefore(seen);
  }

  /// Everything it holds.
  public Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    for (String name : getAttributeNames()) {
      Object value = value(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }

  /// It was written down as this id, which is not the name of one in the database.
  public void carriedAs(String carrier) {
    id = carrier;
    written();
  }

  void stored() {
    storedId = id;
    written();
  }

  private void written() {
    writtenSeen = seen;
    idleChanged = false;
    changed.clear();
  }
}
