package org.openletter.gateway.admin;

import org.springframework.web.bind.annotation.GetMapping;

/// Asks a service how it is, at its management port, with a token that is good for nothing else.
interface StatusClient {

  @GetMapping("/actuator/status")
  Status status();
}
