package org.openletter.platform.problem;

/// Somebody must be signed in for this and nobody is. Answered with 401.
public final class NotSignedIn extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// The caller carries no token of a person.
  public NotSignedIn() {
    super("nobody is signed in", null, false, false);
  }
}
