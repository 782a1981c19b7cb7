package org.openletter.profiles.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The public name in addresses: 3 to 30 characters of a-z, 0-9, `_` and `-`. It never changes.
public record Handle(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{3,30}");

  public Handle {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A handle has 3 to 30 characters of a-z, 0-9, _ and -.");
    }
  }

  /// Reads what somebody typed. Capital letters of the Latin alphabet count as small ones;
  /// everything else that does not fit is no handle.
  public static Optional<Handle> read(String typed) {
    String value = asTyped(typed);
    return FORM.matcher(value).matches() ? Optional.of(new Handle(value)) : Optional.empty();
  }

  // Only A-Z: lower-casing a Turkish capital dotted I would make two characters of one.
  private static String asTyped(String typed) {
    return typed.codePoints().allMatch(c -> c < 128) ? typed.toLowerCase(Locale.ROOT) : typed;
  }

  @Override
  public String toString() {
    return value;
  }
}
