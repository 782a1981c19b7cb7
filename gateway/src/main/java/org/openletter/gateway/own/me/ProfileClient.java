package org.openletter.gateway.own.me;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks profiles-service about the account of the person who is signed in, and changes it.
@FeignClient(
    name = "profiles-service",
    contextId = "own-account",
    url = "${openletter.profiles-service.url}")
interface ProfileClient {

  @GetMapping("/me")
  Me me();

  @PutMapping("/me/profile")
  void change(@RequestBody Profile profile);

  @PutMapping("/me/leave-key")
  void change(@RequestBody LeaveKey leaveKey);

  @PutMapping("/me/password")
  Ended change(@RequestBody Password password);

  /// A new recovery code; the old one stops working.
  @PostMapping("/me/recovery-code")
  Code recoveryCode(@RequestBody Proof proof);

  /// The account as its owner sees it.
  ///
  /// @param name what everybody sees
  /// @param wanted the name that waits or was refused
  /// @param waitingForStaff whether somebody has to approve its name first
  /// @param refused whether that was refused
  /// @param concernOf `handle` or `name`, when one of them waits or was refused
  /// @param concernLike what it can be taken for: `site`, `staff`, `addressee`, `byline`, `unknown`
  /// @param withoutLeaveKey whether she switched off the key that leaves a page
  /// @param version of what everybody sees, to name it in a change
  record Me(
      String handle,
      String name,
      @Nullable String wanted,
      @Nullable String bio,
      @Nullable String joined,
      @Nullable Boolean waitingForStaff,
      @Nullable Boolean refused,
      @Nullable String concernOf,
      @Nullable String concernLike,
      @Nullable Boolean withoutLeaveKey,
      @Nullable String version) {}

  /// What everybody sees.
  ///
  /// @param version of what she saw when she changed it
  record Profile(String name, String bio, String version) {}

  /// Whether the key that leaves a page is switched off.
  record LeaveKey(boolean off) {}

  /// A new password with the one it replaces.
  record Password(String current, String password) {

    @Override
    public String toString() {
      return "Password[covered]";
    }
  }

  /// How many other sign-ins of hers a new password has ended.
  record Ended(int ended) {}

  /// The password once more, before a code is shown.
  record Proof(String password) {

    @Override
    public String toString() {
      return "Proof[covered]";
    }
  }

  /// A recovery code.
  record Code(String code) {

    @Override
    public String toString() {
      return "Code[covered]";
    }
  }
}
