package org.openletter.gateway.admin;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/// Asks a service how it is, with a token that is good for nothing else.
interface StatusClient {

  /// The answer says in its header `Date` what its clock says. Asks at this address of a management
  /// port.
  @GetMapping("/actuator/status")
  ResponseEntity<Status> status(URI port);
}
