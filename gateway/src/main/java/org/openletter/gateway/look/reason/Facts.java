package org.openletter.gateway.look.reason;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a reason, read without trusting their shape: any of them may be missing.
record Facts(@Nullable Map<String, Object> parameters) {

  boolean none() {
    return parameters == null || parameters.isEmpty();
  }

  @Nullable String text(String name) {
    return value(name) instanceof String text && !text.isBlank() ? text : null;
  }

  boolean says(String name, String word) {
    return word.equals(value(name));
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(value(name));
  }

  int number(String name) {
    return value(name) instanceof Number number ? number.intValue() : 0;
  }

  List<String> texts(String name) {
    return value(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private @Nullable Object value(String name) {
    return parameters == null ? null : parameters.get(name);
  }
}
