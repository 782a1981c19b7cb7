package org.openletter.gateway.door.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.SessionCookie;
import org.openletter.platform.security.RevokedSubjects;
import org.openletter.platform.session.SignInSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sees to it that a signed-in person is still that person when her request is answered: sessions
/// that are too old end, tokens are renewed in time, and at once when her roles have changed.
final class StaySignedIn extends OncePerRequestFilter {

  /// Renewed this long before the end, so that a token does not end on its way through the
  /// services.
  private static final Duration IN_TIME = Duration.ofSeconds(60);

  private final SessionCookie cookie;
  private final SignInSettings settings;
  private final ExchangeTokens exchangeTokens;
  private final RevokedSubjects revoked;
  private final EndedSession ended;
  private final Troubles troubles;
  private final Clock clock;

  StaySignedIn(
      SessionCookie cookie,
      SignInSettings settings,
      ExchangeTokens exchangeTokens,
      RevokedSubjects revoked,
      EndedSession ended,
      Troubles troubles,
      Clock clock) {
    this.cookie = cookie;
    this.settings = settings;
    this.exchangeTokens = exchangeTokens;
    this.revoked = revoked;
    this.ended = ended;
    this.troubles = troubles;
    this.clock = clock;
  }

  // The pages of the authorization server have their own idea of who is signed in. Whoever leaves
  // in a hurry waits for no token.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !cookie.isIn(request)
        || request.getRequestURI().startsWith("/id/")
        || Asked.leaving(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SignedIn held = Person.current().orElse(null);
    HttpSession session = request.getSession(false);
    if (held == null || session == null) {
      chain.doFilter(request, response);
      return;
    }
    Trouble trouble =
        switch (check(session.getId(), held)) {
          case ExchangeTokens.Result.Fresh(SignedIn person) ->
              become(person, held, session.getId());
          case ExchangeTokens.Result.Over() -> signOut(session, held, request);
          case ExchangeTokens.Result.NoAnswer() -> carryOn(held, request);
        };
    if (trouble == null) {
      chain.doFilter(request, response);
    } else {
      troubles.tell(request, response, trouble);
    }
  }

  private ExchangeTokens.Result check(String sessionId, SignedIn held) {
    Instant now = clock.instant();
    if (held.since().plus(held.isStaff() ? settings.staffMost() : settings.most()).isBefore(now)) {
      return new ExchangeTokens.Result.Over();
    }
    if (held.goodFor(IN_TIME, now) && !revoked.revoked(held.accountId(), held.issuedAt())) {
      return new ExchangeTokens.Result.Fresh(held);
    }
    ExchangeTokens.Result result = exchangeTokens.exchange(sessionId, held);
    // She may just have become staff, whose sessions are shorter.
    return result instanceof ExchangeTokens.Result.Fresh(SignedIn fresh)
            && fresh.isStaff()
            && fresh.since().plus(settings.staffMost()).isBefore(now)
        ? new ExchangeTokens.Result.Over()
        : result;
  }

  private static @Nullable Trouble become(SignedIn person, SignedIn held, String sessionId) {
    if (!person.equals(held)) {
      SecurityContextHolder.setContext(new SecurityContextImpl(new Person(person, sessionId)));
    }
    return null;
  }

  // What is being sent is not told here but parked on the way to sign-in.
  private @Nullable Trouble signOut(
      HttpSession session, SignedIn held, HttpServletRequest request) {
    ended.end(request, session, held.accountId());
    SecurityContextHolder.clearContext();
    return Asked.forApi(request) || Asked.onlyReads(request)
        ? Trouble.signedOut(Asked.signInFrom(request))
        : null;
  }

  // Reading goes on without a token while none can be had. Nothing is done for somebody who may
  // have lost
  // the right to it.
  private @Nullable Trouble carryOn(SignedIn held, HttpServletRequest request) {
    boolean doubtful =
        revoked.revoked(held.accountId(), held.issuedAt())
            || !held.goodFor(Duration.ZERO, clock.instant()) && !Asked.onlyReads(request);
    Away.withoutToken(request);
    return doubtful ? Away.trouble(Away.noToken(), request) : null;
  }
}
