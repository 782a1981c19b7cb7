package org.openletter.profiles.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SignInSettings;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.tries.KnownBrowsers;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Who is signed in at the authorization server with this browser. The session has an account id
/// and the instant of signing in; whether that still counts is asked from the account each time.
@Component
public class SignedIn implements SecurityContextRepository {

  static final String ACCOUNT = "account";

  static final String SINCE = "since";

  private final Accounts accounts;
  private final SessionCsrf csrf;
  private final KnownBrowsers knownBrowsers;
  private final SignInSettings settings;
  private final Clock clock;

  SignedIn(
      Accounts accounts,
      SessionCsrf csrf,
      KnownBrowsers knownBrowsers,
      SignInSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.csrf = csrf;
    this.knownBrowsers = knownBrowsers;
    this.settings = settings;
    this.clock = clock;
  }

  /// Signs this browser in. The session gets a new id, so one that was planted before is worth
  /// nothing.
  public void enter(HttpServletRequest request, HttpServletResponse response, Account account) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    session.setAttribute(ACCOUNT, account.id());
    session.setAttribute(SINCE, text(clock.instant()));
    session.removeAttribute(SessionCsrf.TOKEN);
    knownBrowsers.remember(request, response, account.handle());
  }

  /// A form's token for the page that follows signing in; those of the pages before count no
  /// longer.
  public CsrfToken csrf(HttpServletRequest request, HttpServletResponse response) {
    return csrf.renew(request, response);
  }

  /// The account that is signed in with this browser, if it still counts.
  public Optional<Account> account(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(ACCOUNT) instanceof String id)
        || !(session.getAttribute(SINCE) instanceof String since)) {
      return Optional.empty();
    }
    Instant from = Instant.ofEpochMilli(Long.parseLong(since));
    return accounts.byId(id).filter(account -> counts(account, from));
  }

  private boolean counts(Account account, Instant from) {
    return account.standing().mayEnter()
        && !from.isBefore(account.credentials().since())
        && clock.instant().isBefore(from.plus(settings.most(account.staff())));
  }

  /// Instants as words that sort like the instants.
  static String text(Instant instant) {
    return "%015d".formatted(instant.toEpochMilli());
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  // Signing in and out go through `enter` and the end of the session; there is nothing else to
  // keep.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ACCOUNT) != null;
  }

  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    private Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      SecurityContext known = context;
      if (known == null) {
        known =
            account(request)
                .<SecurityContext>map(account -> new SecurityContextImpl(token(account)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
        context = known;
      }
      return known;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }

    private static UsernamePasswordAuthenticationToken token(Account account) {
      return UsernamePasswordAuthenticationToken.authenticated(account.id(), null, List.of());
    }
  }
}
