package org.openletter.platform.caller;

import java.util.Set;

/// The person who is asking, as her token says. A service's own token is never a caller.
///
/// @param accountId 12 characters, never shown outside the platform
/// @param handle the public name in addresses
/// @param name the public name in texts
/// @param roles `member`, `moderator`, `admin`; empty while an account waits for staff
/// @param joined the day the account was made, ISO date, or empty when the token does not say
public record Caller(
    String accountId, String handle, String name, Set<String> roles, String joined) {

  /// A caller whose day of joining does not matter.
  public Caller(String accountId, String handle, String name, Set<String> roles) {
    this(accountId, handle, name, roles, "");
  }

  /// Whether she has this role.
  public boolean is(String role) {
    return roles.contains(role);
  }
}
