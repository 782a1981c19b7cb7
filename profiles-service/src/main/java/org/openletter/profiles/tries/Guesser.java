package org.openletter.profiles.tries;

/// Who tries, as far as it can be told.
public sealed interface Guesser {

  /// A stranger's browser.
  ///
  /// @param block names the block of addresses it comes from
  /// @param known whether somebody signed in to this handle with it before
  record Stranger(String block, boolean known) implements Guesser {}

  /// Somebody who is signed in already. No stranger can use up her tries.
  record SignedIn() implements Guesser {}
}
