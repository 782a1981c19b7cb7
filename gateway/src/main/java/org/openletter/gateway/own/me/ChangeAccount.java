package org.openletter.gateway.own.me;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openletter.gateway.door.error.Away;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.FieldProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A person changes her profile, her password or her recovery code.
@Component
class ChangeAccount {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeAccount.class);

  private final ProfileClient profiles;
  private final RelayedToken token;

  ChangeAccount(ProfileClient profiles, RelayedToken token) {
    this.profiles = profiles;
    this.token = token;
  }

  /// What came of it.
  sealed interface Result {

    record Changed() implements Result {}

    /// The profile was changed after she opened the form, and is as it says here; nothing changed
    /// now.
    record Newer(MePage.Newer now) implements Result {}

    /// The new password works; so many other sign-ins of hers were ended by it.
    record NewPassword(int ended) implements Result {}

    /// A code that is shown this once.
    record NewCode(String code) implements Result {

      @Override
      public String toString() {
        return "NewCode[covered]";
      }
    }

    /// Fields that cannot be so.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// Not now, or not like this; nothing changed.
    record Refused(int status, String sentence) implements Result {}
  }

  /// @param version of the profile that she saw; of an unknown one whatever stands is shown first
  Result profile(String name, String bio, String version) {
    return attempt(() -> {
      try {
        profiles.change(new ProfileClient.Profile(name, bio, version));
      } catch (CallRefused refused) {
        return newer(refused).orElseThrow(() -> refused);
      }
      goOn();
      return new Result.Changed();
    });
  }

  private static Optional<Result> newer(CallRefused refused) {
    return refused.type().equals("profile-changed")
            && refused.properties().get("name") instanceof String name
            && refused.properties().get("bio") instanceof String bio
            && refused.properties().get("version") instanceof String version
        ? Optional.of(new Result.Newer(new MePage.Newer(name, bio, version)))
        : Optional.empty();
  }

  Result leaveKey(boolean off) {
    return attempt(() -> {
      profiles.change(new ProfileClient.LeaveKey(off));
      goOn();
      return new Result.Changed();
    });
  }

  Result password(String current, String password) {
    return attempt(() -> {
      int ended = profiles.change(new ProfileClient.Password(current, password)).ended();
      goOn();
      return new Result.NewPassword(ended);
    });
  }

  Result recoveryCode(String password) {
    return attempt(
        () -> new Result.NewCode(profiles.recoveryCode(new ProfileClient.Proof(password)).code()));
  }

  // Her token says the old name, or counts no longer. Where no new one can be had, the next call
  // sees to it.
  private void goOn() {
    try {
      token.current().ifPresent(token::renewed);
    } catch (NoAnswer noAnswer) {
      LOG.info("a token is renewed later: {}", Failure.line(noAnswer));
    }
  }

  private static Result attempt(Supplier<Result> change) {
    try {
      return change.get();
    } catch (CallRefused refused) {
      return refused.fields().isEmpty()
          ? new Result.Refused(refused.status(), refused.detail())
          : new Result.Invalid(refused.fields());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(503, Away.unsure(noAnswer, "changed", ""));
    }
  }
}
