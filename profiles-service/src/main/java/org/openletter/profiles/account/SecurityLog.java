package org.openletter.profiles.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what matters for security into the log, by name. Never a password, code, token, text or
/// address: only ids and words.
public final class SecurityLog {

  private static final Logger LOG = LoggerFactory.getLogger("security");

  private SecurityLog() {}

  /// Something happened to an account.
  public static void event(String name, String accountId) {
    LOG.atInfo()
        .addKeyValue("event.action", name)
        .addKeyValue("user.id", accountId)
        .log("{} account={}", name, accountId);
  }

  /// Somebody did something to another account.
  public static void event(String name, String accountId, String byAccountId, String detail) {
    LOG.atInfo()
        .addKeyValue("event.action", name)
        .addKeyValue("user.id", accountId)
        .addKeyValue("by", byAccountId)
        .log("{} account={} by={} {}", name, accountId, byAccountId, detail);
  }
}
