package org.openletter.gateway.door.person;

import org.openletter.gateway.door.session.Kept;
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
}
