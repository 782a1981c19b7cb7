package org.openletter.gateway.door.session;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionContents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns what a session holds into sealed bytes and back.
final class Contents implements SessionContents {

  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

  private final Map<String, Class<?>> types;
  private final Seal seal;
  private final JsonMapper json;

  Contents(Collection<Kept<?>> declared, Seal seal, JsonMapper json) {
    this.types = declared.stream().collect(Collectors.toMap(Kept::name, Kept::type));
    this.seal = seal;
    this.json = json;
  }

  /// Refuses names that nobody declared.
  @Override
  public void check(String name, Object value) {
    Class<?> type = types.get(name);
    if (type == null || !type.isInstance(value)) {
      throw new IllegalArgumentException("No session keeps a " + value.getClass() + " as " + name);
    }
  }

  @Override
  public Object write(String name, Object value, String key) {
    return new Binary(seal.close(json.writeValueAsBytes(value), key + '/' + name));
  }

  /// Null for what cannot be opened, read, or is not declared any more.
  @Override
  public @Nullable Object read(String name, Object written, String key) {
    Class<?> type = types.get(name);
    return type != null && written instanceof Binary sealed
        ? seal.open(sealed.getData(), key + '/' + name)
            .map(bytes -> parse(name, bytes, type))
            .orElse(null)
        : null;
  }

  private @Nullable Object parse(String name, byte[] bytes, Class<?> type) {
    try {
      return json.readValue(bytes, type);
    } catch (JacksonException older) {
      LOG.warn("a session holds a {} that cannot be read", name);
      return null;
    }
  }
}
