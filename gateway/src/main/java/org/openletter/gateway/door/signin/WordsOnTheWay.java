package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.openletter.gateway.door.draft.Parked;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Waiting;
import org.openletter.gateway.door.person.Person;
import org.springframework.stereotype.Component;

/// Says what is kept of somebody who is on the way to sign-in and cannot go on.
@Component
public final class WordsOnTheWay {

  private final BegunSignIns begun;
  private final Parked parked;

  WordsOnTheWay(BegunSignIns begun, Parked parked) {
    this.begun = begun;
    this.parked = parked;
  }

  /// Where her words are and for how long; empty when none of hers wait.
  public Optional<String> said(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || parked.waiting(request, from(request).value()).isEmpty()) {
      return Optional.empty();
    }
    // Each visit begins that time anew, and this is one. The time of a member is of no use: it is
    // that of her sign-in, which may be about to end.
    return Optional.of(
        Person.current().isPresent()
            ? "Your words are kept here."
            : "Your words are kept here for about "
                + Waiting.inWords(Duration.ofSeconds(session.getMaxInactiveInterval()))
                + ".");
  }

  // The body of a form is on its way to another service and is not read here.
  private LocalPath from(HttpServletRequest request) {
    return Asked.onlyReads(request) ? begun.leadsTo(request) : LocalPath.HOME;
  }
}
