package org.openletter.gateway.neighbour.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks who people are in public, and what the person who is signed in keeps for herself: her
/// account, her notices and her sign-in.
@FeignClient(
    name = "profiles-service",
    contextId = "people",
    url = "${openletter.profiles-service.url}",
    dismiss404 = true)
public interface PeopleClient {

  /// Who somebody is in public. Empty means that nobody has this handle.
  @GetMapping("/people/{handle}")
  Optional<Person> find(@PathVariable String handle);

  /// Her own account.
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

  /// Her notices, newest first.
  ///
  /// @param before where the page begins, or null for the first
  @GetMapping("/me/notices")
  Notices notices(@RequestParam(required = false) @Nullable String before);

  /// How many of them she has not read.
  @GetMapping("/me/notices/count")
  Unread unread();

  /// Marks notices as read.
  ///
  /// @param which `id` of one notice, or empty for all
  @PutMapping("/me/notices/read")
  void read(@RequestBody Map<String, String> which);

  /// Ends the sign-in that her token comes from, and her browser's session there.
  @PostMapping("/me/sign-out")
  void signOut(@RequestBody Session session);

  /// What everybody is to see of her.
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

  /// One page of notices.
  record Notices(List<Told> notices, @Nullable String next) {}

  /// Notices not read yet.
  ///
  /// @param names names that wait for approval; null for everybody but admins
  record Unread(int unread, @Nullable Integer names) {}

  /// Her browser's session with the authorization server, as its cookie names it; null when it has
  /// none.
  record Session(@Nullable String cookie) {

    @Override
    public String toString() {
      return "Session[covered]";
    }
  }
}
