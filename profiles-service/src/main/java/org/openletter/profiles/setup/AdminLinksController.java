package org.openletter.profiles.setup;

import org.openletter.profiles.account.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Makes the one-time link for the operator.
@RestController
class AdminLinksController {

  private final AdminLinks links;
  private final Accounts accounts;
  private final String origin;

  AdminLinksController(
      AdminLinks links, Accounts accounts, @Value("${openletter.origin}") String origin) {
    this.links = links;
    this.accounts = accounts;
    this.origin = origin;
  }

  /// With `ifNone` only while there is no admin, else 204.
  @PostMapping("/internal/admin-links")
  ResponseEntity<Link> make(@RequestParam(defaultValue = "false") boolean ifNone) {
    return ifNone && accounts.adminBeside(null)
        ? ResponseEntity.noContent().build()
        : ResponseEntity.status(HttpStatus.CREATED)
            .body(new Link(origin + "/setup/" + links.make()));
  }

  record Link(String url) {}
}
