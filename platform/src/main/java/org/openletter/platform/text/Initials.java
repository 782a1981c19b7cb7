package org.openletter.platform.text;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// Shortens a name to the first letters of its parts.
public final class Initials {

  private static final int MOST = 3;

  private Initials() {}

  /// "T. M." for "Thandi" and "M": at most three, none for a part without letters. Empty when no
  /// part has one.
  public static Optional<String> of(String... parts) {
    StringJoiner initials = new StringJoiner(" ");
    int count = 0;
    for (String part : parts) {
      int first = part.codePoints().filter(Character::isLetter).findFirst().orElse(0);
      if (first != 0 && count++ < MOST) {
        initials.add(Character.toString(first).toUpperCase(Locale.ROOT) + ".");
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(initials.toString());
  }
}
