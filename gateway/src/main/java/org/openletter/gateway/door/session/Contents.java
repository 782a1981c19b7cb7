package org.openletter.gateway.door.session;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns what a session holds into sealed bytes and back.
final class Contents {

  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

  private final Map<String, Class<?>> types;
  private final Seal seal;
  private final JsonMapper json;

  Contents(Collection<Kept<?>> declared, Seal seal, JsonMapper json) {
    this.types = declared.stream().collect(Collectors.toMap(Kept::name, Kept::type));
    this.seal = seal;
    this.json = json;
  }

  /// Refuses names that nobody declared: a library that hides something in the session should be
  /// noticed.
  void check(String name, Object value) {
    Class<?> type = types.get(name);
    if (type == null || !type.isInstance(value)) {
      throw new IllegalArgumentException("No session keeps a " + value.getClass() + " as " + name);
    }
  }

  byte[] write(String name, Object value, String key) {
    return seal.close(json.writeValueAsBytes(value), key + '/' + name);
  }

  /// Empty for what cannot be opened, read, or is not declared any more.
  Optional<Object> read(String name, byte[] sealed, String key) {
    Class<?> type = types.get(name);
    if (type == null) {
      return Optional.empty();
    }
    Function<byte[], Optional<Object>> parse =
        bytes -> {
          try {
            return Optional.of(json.readValue(bytes, type));
          } catch (JacksonException older) {
            LOG.warn("a session holds a {} that cannot be read", name);
            return Optional.empty();
          }
        };
    return seal.open(sealed, key + '/' + name).flatMap(parse);
  }
}
