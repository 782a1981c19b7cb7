package org.openletter.gateway.own.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.done;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.profiles.FakePeople;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.NoAnswer;

class ChangeAccountTest {

  private final AtomicInteger renewals = new AtomicInteger();
  private final FakePeople people = new FakePeople();
  private final ChangeAccount changeAccount = new ChangeAccount(people, new FakeToken());

  @Test
  void changesTheProfile() {
    assertThat(done(changeAccount.profile("Rosa", "I ride the tram.", "seen")))
        .isEqualTo(new ChangeAccount.Result.Changed());
    assertThat(people.profile)
        .isEqualTo(new PeopleClient.Profile("Rosa", "I ride the tram.", "seen"));
  }

  @Test
  void givesWhatStandsSinceToWhoComesTooLate() {
    people.failure =
        new CallRefused(
            409,
            "profile-changed",
            "Late.",
            null,
            Map.of("name", "Rosa B.", "bio", "Other tab.", "version", "newer"));

    assertThat(done(changeAccount.profile("Rosa", "", "seen")))
        .isEqualTo(
            new ChangeAccount.Result.Newer(new MePage.Newer("Rosa B.", "Other tab.", "newer")));
    assertThat(renewals).as("nothing was changed").hasValue(0);
  }

  @Test
  void goesOnWithAFreshTokenAfterAChange() {
    changeAccount.profile("Rosa", "", "seen");
    assertThat(done(changeAccount.password("old", "a new password")))
        .isEqualTo(new ChangeAccount.Result.NewPassword(2));
    assertThat(renewals).hasValue(2);

    changeAccount.recoveryCode("password");
    people.failure = new CallRefused(422, "invalid-fields", "No.", null, Map.of());
    changeAccount.password("wrong", "a new password");
    assertThat(renewals).as("nothing was changed").hasValue(2);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    people.failure =
        new CallRefused(
            422,
            "invalid-fields",
            "No.",
            null,
            Map.of("fields", List.of(Map.of("field", "current", "sentence", "Not yours."))));

    assertThat(notDone(changeAccount.password("wrong", "a new password")).fields())
        .containsExactly(new FieldProblem("current", "Not yours."));
  }

  @Test
  void showsANewCodeAndNeverInALog() {
    var result = done(changeAccount.recoveryCode("password"));

    assertThat(result).isEqualTo(new ChangeAccount.Result.NewCode("k3f9-w2m8"));
    assertThat(
            List.of(result, new PeopleClient.Password("old", "new"), new PeopleClient.Proof("p")))
        .allSatisfy(secret -> assertThat(secret.toString()).endsWith("[covered]"));
  }

  @Test
  void keepsTheSentenceOfARefusal() {
    people.failure = new CallRefused(429, "too-many-tries", "Wait.", null, Map.of());

    var refused = notDone(changeAccount.recoveryCode("x"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.sentence()).isEqualTo("Wait.");
  }

  @Test
  void saysThatNothingWasChangedWhenNobodyAnswers() {
    people.failure = new NoAnswer("profiles-service", "stopped");

    assertThat(notDone(changeAccount.profile("Rosa", "", "seen")).sentence())
        .startsWith("It is not known whether this was changed: the part that keeps accounts");
  }

  private final class FakeToken implements RelayedToken {

    @Override
    public Optional<String> current() {
      return Optional.of("token");
    }

    @Override
    public Optional<String> renewed(String refused) {
      renewals.incrementAndGet();
      throw new NoAnswer("profiles-service", "later");
    }
  }
}
