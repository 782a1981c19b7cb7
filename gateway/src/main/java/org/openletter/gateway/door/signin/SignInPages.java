package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.draft.Parked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.openletter.gateway.look.page.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way to the authorization server and back.
@Access(Access.To.EVERYBODY)
@Controller
class SignInPages implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);

  private final BegunSignIns begun;
  private final Kept<SignedIn> signedIn;
  private final Parked parked;
  private final Troubles troubles;

  SignInPages(BegunSignIns begun, Kept<SignedIn> signedIn, Parked parked, Troubles troubles) {
    this.begun = begun;
    this.signedIn = signedIn;
    this.parked = parked;
    this.troubles = troubles;
  }

  @GetMapping("/sign-in")
  String signIn(@RequestParam(required = false) @Nullable String from) {
    LocalPath back = LocalPath.of(from).orElse(LocalPath.HOME);
    return Person.current().isPresent()
        ? "redirect:" + back.value()
        : "redirect:/oauth2/authorization/openletter?from="
            + URLEncoder.encode(back.value(), StandardCharsets.UTF_8);
  }

  /// Back to where she came from; to her parked text when she came from nowhere in particular.
  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    LocalPath from = BegunSignIns.from(request);
    LOG.info("signed in");
    Optional<String> waiting = parked.claim(request, authentication.getName());
    response.sendRedirect(from.equals(LocalPath.HOME) ? waiting.orElse("/") : from.value());
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    Optional<String> further = further(request);
    if (further.isPresent()) {
      response.sendRedirect(further.get());
      return;
    }
    LOG.warn("sign-in failed: {}", reason(failure));
    String again = again(BegunSignIns.from(request).value());
    String kept =
        parked.waiting(request, BegunSignIns.from(request).value()).isPresent()
            ? " Your words are kept. They will be waiting."
            : "";
    troubles.tell(
        request,
        response,
        new Trouble(
            HttpStatus.BAD_REQUEST,
            "sign-in-failed",
            "Signing in did not work",
            "It took too long, or it was begun in another browser." + kept + " Please try again.",
            new Trouble.Next("Sign in", again)));
  }

  // Whoever is signed in went back, or has a second tab: she goes on to where that sign-in led. Who
  // has signed out since signs in again for it.
  private Optional<String> further(HttpServletRequest request) {
    Optional<String> led = begun.ledTo(request).map(LocalPath::value);
    return signedIn.in(request).isPresent()
        ? Optional.of(led.orElse(LocalPath.HOME.value()))
        : led.map(SignInPages::again);
  }

  private static String again(String from) {
    return "/sign-in?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
  }

  private static String reason(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException oauth
        ? ErrorCode.of(oauth.getError())
        : failure.getClass().getSimpleName();
  }
}
