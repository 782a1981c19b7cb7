package org.openletter.profiles.account;

/// How an account stands.
public enum Standing {
  /// Nothing against it.
  GOOD,
  /// Its name looks like somebody else's: signed in, but without any role until staff has decided.
  WAITING,
  /// Staff did not approve the name: as while waiting, until another name is chosen.
  REFUSED,
  /// Paused by staff: no sign-in, no token.
  PAUSED,
  /// Closed by its owner: no sign-in, no token, no profile.
  CLOSED;

  /// Whether somebody may be signed in as this account at all.
  public boolean mayEnter() {
    return this != PAUSED && this != CLOSED;
  }
}
