package org.openletter.gateway.person;

import java.time.Clock;
import java.time.Duration;
import org.openletter.gateway.session.Kept;
import org.openletter.platform.call.RelayedToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/// Wires what calls need to know of the person.
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

  // A page asks several services at once, each on a virtual thread of its own that must know for
  // whom.
  // Such threads are never used twice, so nothing is left behind for the next request.
  static {
    SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_INHERITABLETHREADLOCAL);
  }

  @Bean
  Kept<SignedIn> signedIn() {
    return new Kept<>("signed-in", SignedIn.class);
  }

  // A token that has ended is not sent: what is public may still be read while no new token can be
  // had.
  @Bean
  RelayedToken relayedToken(Clock clock) {
    return () ->
        Person.current()
            .filter(person -> person.goodFor(Duration.ZERO, clock.instant()))
            .map(SignedIn::accessToken);
  }
}
