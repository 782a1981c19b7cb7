package org.openletter.profiles.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.NotSignedIn;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.authorization.StoredAuthorizations;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.notice.Notices;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A person's own account.
@RestController
class MeController {

  private final Accounts accounts;
  private final Notices notices;
  private final StoredAuthorizations authorizations;
  private final EditProfile editProfile;
  private final SwitchLeaveKey switchLeaveKey;
  private final ChangePassword changePassword;

  MeController(
      Accounts accounts,
      Notices notices,
      StoredAuthorizations authorizations,
      EditProfile editProfile,
      SwitchLeaveKey switchLeaveKey,
      ChangePassword changePassword) {
    this.accounts = accounts;
    this.notices = notices;
    this.authorizations = authorizations;
    this.editProfile = editProfile;
    this.switchLeaveKey = switchLeaveKey;
    this.changePassword = changePassword;
  }

  @GetMapping("/me")
  Me me(Caller caller) {
    return accounts.byId(caller.accountId()).map(this::me).orElseThrow(NotSignedIn::new);
  }

  @PutMapping("/me/profile")
  ResponseEntity<Me> edit(Caller caller, @Valid @RequestBody Profile profile) {
    return switch (editProfile.edit(
        caller.accountId(), profile.name(), profile.bio(), profile.version())) {
      case EditProfile.Result.Saved(var account) -> ResponseEntity.ok(me(account));
      case EditProfile.Result.No(var why) -> why.answer();
    };
  }

  @PutMapping("/me/leave-key")
  Me leaveKey(Caller caller, @Valid @RequestBody LeaveKey wanted) {
    return switchLeaveKey
        .choose(caller.accountId(), wanted.off())
        .map(this::me)
        .orElseThrow(NotSignedIn::new);
  }

  @PutMapping("/me/password")
  ResponseEntity<Ended> password(
      Caller caller, @AuthenticationPrincipal Jwt token, @Valid @RequestBody NewPassword wanted) {
    String signIn = authorizations.idOf(token.getTokenValue()).orElse(null);
    return answer(
        changePassword.change(caller.accountId(), wanted.current(), wanted.password(), signIn));
  }

  @PostMapping("/me/recovery-code")
  ResponseEntity<NewCode> recoveryCode(Caller caller, @Valid @RequestBody Proof proof) {
    return answer(changePassword.newCode(caller.accountId(), proof.password()));
  }

  // Both uses have the same outcomes; each gives its own kind of good answer.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> ResponseEntity<T> answer(ChangePassword.Result result) {
    return switch (result) {
      case ChangePassword.Result.Changed(var ended) ->
          (ResponseEntity<T>) ResponseEntity.ok(new Ended(ended));
      case ChangePassword.Result.NewCode(var code) ->
          (ResponseEntity<T>) ResponseEntity.ok(new NewCode(code));
      case ChangePassword.Result.No(var why) -> why.answer();
    };
  }

  private Me me(Account account) {
    return new Me(
        account.handle().value(),
        account.name(),
        account.wanted(),
        account.bio(),
        account.joinedOn(),
        account.activeRoles(),
        account.standing() == Standing.WAITING || account.standing() == Standing.REFUSED,
        account.standing() == Standing.REFUSED,
        account.why() == null ? null : Concern.word(account.why().of()),
        account.why() == null ? null : Concern.word(account.why().like()),
        account.withoutLeaveKey(),
        notices.unread(account.id()),
        account.profileVersion());
  }

  /// @param name what everybody sees
  /// @param wanted the name that waits or was refused
  /// @param concernOf `handle` or `name`, while one of them waits or was refused
  /// @param concernLike what it can be taken for: `site`, `staff`, `addressee`, `byline`, `unknown`
  /// @param version of what everybody sees; a change of it names the one that was seen
  record Me(
      String handle,
      String name,
      @Nullable String wanted,
      String bio,
      LocalDate joined,
      List<String> roles,
      boolean waitingForStaff,
      boolean refused,
      @Nullable String concernOf,
      @Nullable String concernLike,
      boolean withoutLeaveKey,
      int unread,
      String version) {}

  /// @param version of the profile that was seen
  record Profile(
      @NotNull(message = "Say which name.") String name,
      @NotNull(message = "Say which text.") String bio,
      @NotNull(message = "Say which version you saw.") String version) {}

  record LeaveKey(@NotNull(message = "Say true or false.") Boolean off) {}

  record NewPassword(
      @NotNull(message = "Type your password.") String current,
      @NotNull(message = "Type a new password.") String password) {}

  record Proof(@NotNull(message = "Type your password.") String password) {}

  /// How many other sign-ins ended with the old password.
  record Ended(int ended) {}

  record NewCode(String code) {}
}
