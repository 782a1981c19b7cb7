package org.openletter.gateway.draft;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.openletter.gateway.error.Asked;
import org.openletter.gateway.error.Trouble;
import org.openletter.gateway.error.Troubles;
import org.openletter.gateway.limit.AddressLimits;
import org.openletter.gateway.person.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Meets every form that was sent while nobody was signed in, most often because a session has
/// ended: its words are kept and its writer is led to sign-in. That it came from a page of this
/// site was checked before.
@Component
public class StrangersForms extends OncePerRequestFilter {

  private final ParkForm parkForm;
  private final AddressLimits limits;
  private final Troubles troubles;

  StrangersForms(ParkForm parkForm, AddressLimits limits, Troubles troubles) {
    this.parkForm = parkForm;
    this.limits = limits;
    this.troubles = troubles;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return Asked.onlyReads(request)
        || Person.current().isPresent()
        || path.startsWith("/id/")
        || path.equals("/error");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Asked.forApi(request)) {
      troubles.tell(request, response, Trouble.signInFirst(Asked.signInFrom(request)));
    } else if (request.getRequestURI().equals("/sign-out")) {
      // Signed out already: that is what was wanted.
      response.sendRedirect("/");
    } else if (ofEditorScript(request)) {
      // The page keeps the words and says in place that she is signed out.
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    } else {
      park(request, response);
    }
  }

  /// Whether the script of the editor sent it, every few seconds and for a preview: that would use
  /// up what one network may leave here, and push out what was meant to be kept.
  private static boolean ofEditorScript(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/studio/letters/preview")
        || path.startsWith("/studio/letters") && Asked.forFragment(request);
  }

  private void park(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Duration> wait = limits.draft(request);
    if (wait.isPresent()) {
      troubles.tell(request, response, Trouble.tooMany(wait.get()));
      return;
    }
    switch (parkForm.park(request)) {
      case ParkForm.Result.Kept(String page) -> leadToSignIn(request, response, page);
      case ParkForm.Result.NothingToKeep(String page) -> leadToSignIn(request, response, page);
      case ParkForm.Result.TooLarge(int limit) ->
          troubles.tell(request, response, Trouble.tooLarge(limit));
    }
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
