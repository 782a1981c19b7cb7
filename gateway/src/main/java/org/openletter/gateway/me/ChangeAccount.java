package org.openletter.gateway.me;

import org.openletter.gateway.error.Away;
import java.util.List;
import java.util.function.Supplier;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A person changes her profile, her password or her recovery code.
@Component
class ChangeAccount {

  private final ProfileClient profiles;

  ChangeAccount(ProfileClient profiles) {
    this.profiles = profiles;
  }

  /// What came of it.
  sealed interface Result {

    record Changed() implements Result {}

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

  Result profile(String name, String bio) {
    return attempt(() -> {
      profiles.change(new ProfileClient.Profile(name, bio));
      return new Result.Changed();
    });
  }

  Result password(String current, String password) {
    return attempt(() -> {
      profiles.change(new ProfileClient.Password(current, password));
      return new Result.Changed();
    });
  }

  Result recoveryCode(String password) {
    return attempt(
        () -> new Result.NewCode(profiles.recoveryCode(new ProfileClient.Proof(password)).code()));
  }

  private static Result attempt(Supplier<Result> change) {
    try {
      return change.get();
    } catch (CallRefused refused) {
      return refused.fields().isEmpty()
          ? new Result.Refused(refused.status(), refused.detail())
          : new Result.Invalid(refused.fields());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          503, Away.unsure(noAnswer, "changed", ""));
    }
  }
}
