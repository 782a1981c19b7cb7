package org.openletter.gateway.own.me;

import java.util.Optional;
import java.util.function.Supplier;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A person changes her profile, her password or her recovery code.
@Component
class ChangeAccount {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeAccount.class);

  private final PeopleClient people;
  private final RelayedToken token;

  ChangeAccount(PeopleClient people, RelayedToken token) {
    this.people = people;
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
  }

  /// @param version of the profile that she saw; of an unknown one whatever stands is shown first
  Outcome<Result> profile(String name, String bio, String version) {
    return changing(
            () -> {
              people.change(new PeopleClient.Profile(name, bio, version));
              goOn();
              return new Result.Changed();
            })
        .instead(ChangeAccount::newer);
  }

  private static Optional<Result> newer(Outcome.Refused<Result> refused) {
    return refused.is("profile-changed")
            && refused.facts().get("name") instanceof String name
            && refused.facts().get("bio") instanceof String bio
            && refused.facts().get("version") instanceof String version
        ? Optional.of(new Result.Newer(new MePage.Newer(name, bio, version)))
        : Optional.empty();
  }

  Outcome<Result> leaveKey(boolean off) {
    return changing(() -> {
      people.change(new PeopleClient.LeaveKey(off));
      goOn();
      return new Result.Changed();
    });
  }

  Outcome<Result> password(String current, String password) {
    return changing(() -> {
      int ended = people.change(new PeopleClient.Password(current, password)).ended();
      goOn();
      return new Result.NewPassword(ended);
    });
  }

  Outcome<Result> recoveryCode(String password) {
    return changing(
        () -> new Result.NewCode(people.recoveryCode(new PeopleClient.Proof(password)).code()));
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

  private static Outcome<Result> changing(Supplier<Result> change) {
    return Outcome.of("changed", "", change);
  }
}
