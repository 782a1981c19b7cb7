package org.openletter.gateway.admin;

import java.net.URI;
import org.springframework.web.bind.annotation.GetMapping;

/// Asks a service how it is, with a token that is good for nothing else.
interface StatusClient {

  /// Asks at this address of a management port.
  @GetMapping("/actuator/status")
  Status status(URI port);
}
