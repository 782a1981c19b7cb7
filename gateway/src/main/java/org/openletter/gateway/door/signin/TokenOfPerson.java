package org.openletter.gateway.door.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The token that calls for the signed-in person carry. When a service refuses it, because her
/// password, name or roles were changed a moment ago, she is not signed out: it is exchanged, and
/// the rest of her request goes on with the new one.
@Component
class TokenOfPerson implements RelayedToken {

  private final ExchangeTokens exchangeTokens;
  private final Clock clock;

  TokenOfPerson(ExchangeTokens exchangeTokens, Clock clock) {
    this.exchangeTokens = exchangeTokens;
    this.clock = clock;
  }

  // A token that has ended is not sent: what is public may still be read while no new token can be
  // had.
  @Override
  public Optional<String> current() {
    return Person.current()
        .filter(person -> person.goodFor(Duration.ZERO, clock.instant()))
        .map(SignedIn::accessToken);
  }

  @Override
  public Optional<String> renewed(String refused) {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Person person)) {
      return Optional.empty();
    }
    SignedIn held = person.signedIn();
    if (!held.accessToken().equals(refused)) {
      // Another call of this request was faster.
      return Optional.of(held.accessToken());
    }
    return switch (exchangeTokens.exchange(person.sessionId(), held)) {
      case ExchangeTokens.Result.Fresh(SignedIn fresh) -> {
        // In place: the threads of this request share the context.
        SecurityContextHolder.getContext().setAuthentication(new Person(fresh, person.sessionId()));
        yield Optional.of(fresh.accessToken());
      }
      case ExchangeTokens.Result.Over() -> Optional.empty();
      case ExchangeTokens.Result.NoAnswer() ->
          throw new NoAnswer("profiles-service", "no new token for one that was refused");
    };
  }
}
