package org.openletter.profiles.account;

import java.time.Instant;

/// How an account proves that it is its owner's. Neither hash ever leaves this service or gets into
/// a log.
///
/// @param password the hash of the password, with its own parameters in it
/// @param recovery the hash of the recovery code
/// @param since what was signed in before this instant counts no longer
public record Credentials(String password, String recovery, Instant since) {

  /// The same account with another password and code; everything signed in before has ended.
  public Credentials renewed(String newPassword, String newRecovery, Instant now) {
    return new Credentials(newPassword, newRecovery, now);
  }

  @Override
  public String toString() {
    return "Credentials[since=" + since + "]";
  }
}
