package org.openletter.gateway.door.draft;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.form.Form;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.limit.AddressLimits;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.session.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Meets every form that was sent while nobody was signed in, most often because a session has
/// ended: its words are kept and its writer is led to sign-in. That it came from a page of this
/// site was checked before.
@Component
public class StrangersForms extends OncePerRequestFilter {

  /// Added to the address when a form is asked for once more, to see whether the browser brings the
  /// cookie that its words are kept under.
  private static final String COOKIES_ASKED = "cookies=asked";

  private final ParkForm parkForm;
  private final SessionCookie cookie;
  private final AddressLimits limits;
  private final Troubles troubles;

  StrangersForms(ParkForm parkForm, SessionCookie cookie, AddressLimits limits, Troubles troubles) {
    this.parkForm = parkForm;
    this.cookie = cookie;
    this.limits = limits;
    this.troubles = troubles;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return Asked.onlyReads(request)
        || Person.current().isPresent()
        || path.startsWith("/id/")
        || Asked.leaving(request)
        || path.equals("/error");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (Asked.forApi(request)) {
      troubles.tell(request, response, Trouble.signInFirst(Asked.signInFrom(request)));
    } else if (path.equals("/sign-out")) {
      // Signed out already: that is what was wanted.
      response.sendRedirect("/");
    } else if (ofEditorScript(request)) {
      // The page keeps the words and says in place that she is signed out.
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    } else {
      Optional<SentForm> sent = SentForm.in(request, path).filter(s -> s.form().isKept());
      if (sent.isPresent()) {
        meet(request, response, sent.get());
      } else {
        notKept(request, response, Form.at(path).isPresent());
      }
    }
  }

  /// Whether the script of the editor sent it, every few seconds and for a preview: that would use
  /// up what one network may leave here, and push out what was meant to be kept.
  private static boolean ofEditorScript(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/studio/letters/preview")
        || path.startsWith("/studio/letters") && Asked.forFragment(request);
  }

  // What holds no words, or a password, is done anew by somebody who is signed in; it takes nothing
  // from the words that others may keep.
  private void notKept(HttpServletRequest request, HttpServletResponse response, boolean act)
      throws IOException {
    if (Asked.forFragment(request)) {
      leadToSignIn(request, response, Asked.page(request));
    } else {
      String signIn = Asked.signInFrom(request);
      troubles.tell(request, response, act ? Trouble.notDone(signIn) : Trouble.notKept(signIn));
    }
  }

  private void meet(HttpServletRequest request, HttpServletResponse response, SentForm sent)
      throws IOException {
    boolean asked = String.valueOf(request.getQueryString()).endsWith(COOKIES_ASKED);
    if (asked && !cookie.isIn(request)) {
      troubles.tell(request, response, Trouble.noCookies());
      return;
    }
    // It was counted the first time.
    Optional<Duration> wait =
        asked && parkForm.waits(request, sent) ? Optional.empty() : limits.draft(request);
    if (wait.isPresent()) {
      troubles.tell(request, response, Trouble.tooMany(wait.get()));
      return;
    }
    switch (parkForm.park(request, sent)) {
      case ParkForm.Result.Kept(String page) -> kept(request, response, page);
      case ParkForm.Result.NothingToKeep(String page) -> leadToSignIn(request, response, page);
      case ParkForm.Result.TooLarge(int limit) ->
          troubles.tell(request, response, Trouble.tooLarge(limit));
      case ParkForm.Result.NoRoom() ->
          troubles.tell(request, response, Trouble.noRoom(Asked.signInFrom(request)));
    }
  }

  // A browser without any cookie may be one that keeps none. It is asked for the same form again:
  // then its words can still be given back.
  private void kept(HttpServletRequest request, HttpServletResponse response, String page)
      throws IOException {
    if (cookie.isIn(request) || Asked.forFragment(request)) {
      leadToSignIn(request, response, page);
      return;
    }
    String query = request.getQueryString();
    response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
    response.setHeader(
        "Location",
        request.getRequestURI() + "?" + (query == null ? "" : query + "&") + COOKIES_ASKED);
  }

  private static void leadToSignIn(
      HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
    String signIn = "/sign-in?from=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    if (Asked.forFragment(request)) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setHeader("HX-Redirect", signIn);
    } else {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader("Location", signIn);
    }
  }
}
