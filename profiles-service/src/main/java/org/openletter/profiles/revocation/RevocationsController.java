package org.openletter.profiles.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The short list of people whose older tokens count no longer. Services ask every two seconds.
@RestController
class RevocationsController {

  /// Twice as long as a token lives; afterwards there is nothing left to refuse.
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final Clock clock;

  RevocationsController(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/internal/revocations")
  Revocations revocations() {
    return new Revocations(
        accounts.revokedSince(clock.instant().minus(KEPT)).stream()
            .flatMap(account -> since(account).stream())
            .toList());
  }

  private static List<Subject> since(Account account) {
    Instant since = account.tokensSince();
    return since == null ? List.of() : List.of(new Subject(account.id(), since));
  }

  record Revocations(List<Subject> subjects) {}

  record Subject(String id, Instant since) {}
}
