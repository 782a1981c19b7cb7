package org.openletter.gateway.door.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.openletter.platform.test.Tokens;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// People who are signed in, without the way there.
public final class SignedInForTests {

  private SignedInForTests() {}

  /// The `Cookie` header of somebody who is signed in with these roles.
  public static <S extends Session> String cookie(
      SessionRepository<S> sessions, String handle, String... roles) {
    var session = sessions.createSession();
    session.setAttribute("signed-in", person(handle, roles));
    session.setMaxInactiveInterval(Duration.ofDays(1));
    sessions.save(session);
    return "session=" + session.getId();
  }

  private static SignedIn person(String handle, String... roles) {
    var now = Instant.now();
    var account = (handle + "00000000000").substring(0, 12).replaceAll("[^0-9a-z]", "0");
    return new SignedIn(
        account,
        handle,
        "Name of " + handle,
        Set.of(roles),
        Tokens.person(account, handle, roles),
        now,
        now.plus(Duration.ofMinutes(5)),
        "refresh",
        "id",
        "csrf",
        now,
        0,
        null);
  }
}
