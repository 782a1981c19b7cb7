package org.openletter.profiles.tries;

/// What somebody tries to get by guessing. Each is counted apart, so that trying one is no way to
/// keep the owner from another.
public enum Purpose {

  /// To sign in with a password.
  SIGN_IN,

  /// To get back in with the recovery code.
  RECOVERY,

  /// To show the password once more while signed in.
  ASKED_AGAIN
}
