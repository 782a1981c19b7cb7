package org.openletter.profiles.key;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets the operator change the signing key at once, for example after a machine was lost.
@RestController
class KeysController {

  private final SigningKeys keys;

  KeysController(SigningKeys keys) {
    this.keys = keys;
  }

  @PostMapping("/internal/signing-keys")
  ResponseEntity<NewKey> rotate() {
    return ResponseEntity.status(HttpStatus.CREATED).body(new NewKey(keys.rotate()));
  }

  record NewKey(String kid) {}
}
