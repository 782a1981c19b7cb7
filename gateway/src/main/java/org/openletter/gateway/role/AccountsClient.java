package org.openletter.gateway.role;

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
    contextId = "role-accounts",
    url = "${openletter.profiles-service.url}")
interface AccountsClient {

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
  /// @param waiting whether its name waits for staff
  /// @param refused whether it was decided that the name may not stay
  /// @param why the reason for that
  record Account(
      String handle,
      String name,
      String joined,
      Set<String> roles,
      boolean waiting,
      boolean refused,
      @Nullable String why) {}

  /// The whole set of roles that an account is to have.
  record Roles(Set<String> roles) {}

  /// Whether the name may stay.
  record Approval(boolean approved) {}
}
