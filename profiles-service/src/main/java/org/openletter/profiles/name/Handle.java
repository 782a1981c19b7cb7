package org.openletter.profiles.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The public name in addresses: 3 to 30 characters of a-z, 0-9, `_` and `-`. It never changes.
public record Handle(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{3,30}");

  // Digits set apart by signs: seven alone or nine anywhere can be called, four groups of up to
  // three are the number of a machine.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[_-]*\\d(?:[_-]*\\d){6,}[_-]*|.*\\d(?:[_-]*\\d){8}.*|\\d{1,3}([_-]\\d{1,3}){3}");

  // An e-mail address or a link with its signs spelled out.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "www[_-].+|https?[_-].+|.+[_-]at[_-].+[_-](?:com|org|net|de|uk|io)|.+[_-]dot[_-][a-z]{2,}");

  private static final int LONGEST_TYPED = 64;

  public Handle {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A handle has 3 to 30 characters of a-z, 0-9, _ and -.");
    }
  }

  /// Reads what somebody typed into a field, with spaces around it. What is much too long is not
  /// looked at.
  public static Optional<Handle> typed(String typed) {
    return typed.length() > LONGEST_TYPED ? Optional.empty() : read(typed.strip());
  }

  /// Reads what somebody typed. Capital letters of the Latin alphabet count as small ones;
  /// everything else that does not fit is no handle.
  public static Optional<Handle> read(String typed) {
    String value = asTyped(typed);
    return FORM.matcher(value).matches() ? Optional.of(new Handle(value)) : Optional.empty();
  }

  /// What is wrong with a handle that has the form of one, as a sentence; empty when nothing is.
  public Optional<String> objection() {
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(
          "A handle is shown to everybody, and this looks like a telephone number or that of a"
              + " machine. Choose one that leads to nobody.");
    }
    return ADDRESS.matcher(value).matches()
        ? Optional.of(
            "A handle is shown to everybody, and this looks like an address. Choose one that leads"
                + " to nobody.")
        : Optional.empty();
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
