package org.openletter.profiles.password;

import java.util.Locale;
import java.util.Optional;
import org.openletter.platform.text.PlainText;

/// Which passwords are accepted: long enough, and not among the first that are tried. No rule asks
/// for signs or capitals.
public final class PasswordRules {

  /// Shortest password in code points.
  public static final int SHORTEST = 8;

  /// Longest password in code points.
  public static final int LONGEST = 128;

  private PasswordRules() {}

  /// What is wrong with this password of this handle, as a sentence for its owner; empty when
  /// nothing is.
  public static Optional<String> objection(String password, String handle) {
    // Before it is counted or compared with anything.
    int length = password.length() > 2 * LONGEST ? LONGEST + 1 : PlainText.length(password);
    if (length < SHORTEST) {
      return Optional.of("Choose a password of at least 8 characters. Fifteen or more is better.");
    }
    if (length > LONGEST) {
      return Optional.of("Choose a password of at most 128 characters.");
    }
    String small = password.toLowerCase(Locale.ROOT);
    if (handle.length() >= 3 && small.replace(handle, "").length() < 5) {
      return Optional.of("This password is your handle with a little around it. Choose another.");
    }
    if (GuessedFirst.contains(small)) {
      return Optional.of(
          "This password is one of the first that are tried. Four unrelated words are a good one.");
    }
    return Optional.empty();
  }
}
