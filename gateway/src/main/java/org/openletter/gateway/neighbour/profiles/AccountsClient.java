package org.openletter.gateway.neighbour.profiles;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks profiles-service about accounts, as the admin who is signed in.
@FeignClient(
    name = "profiles-service",
    contextId = "accounts",
    url = "${openletter.profiles-service.url}")
public interface AccountsClient {

  @GetMapping("/accounts")
  Found find(
      @RequestParam String query,
      @RequestParam boolean waiting,
      @RequestParam(required = false) @Nullable String before);

  @PutMapping("/accounts/{handle}/roles")
  void changeRoles(@PathVariable String handle, @RequestBody Roles roles);

  @PutMapping("/accounts/{handle}/approval")
  void decide(@PathVariable String handle, @RequestBody Approval approval);

  /// Some accounts, and the cursor of more.
  record Found(List<Account> accounts, @Nullable String next) {}

  /// One account.
  ///
  /// @param joined the day it was made, ISO date or instant
  /// @param name what everybody sees
  /// @param wanted the name that waits or was refused, or null when that is the handle alone
  /// @param waiting whether a name waits for staff
  /// @param refused whether it was decided that it may not be shown
  /// @param concernOf `handle` or `name`: which of them it is
  /// @param concernLike what it can be taken for: `site`, `staff`, `addressee`, `byline`, `unknown`
  /// @param version of the name; a decision names the one that was seen
  /// @param rolesVersion of the roles, likewise
  record Account(
      String handle,
      String name,
      @Nullable String wanted,
      String joined,
      Set<String> roles,
      boolean waiting,
      boolean refused,
      @Nullable String concernOf,
      @Nullable String concernLike,
      String version,
      String rolesVersion) {}

  /// The whole set of roles that an account is to have, instead of those that were seen.
  record Roles(Set<String> roles, String version) {}

  /// Whether the name that was seen may be shown.
  record Approval(boolean approved, String version) {}
}
