package org.openletter.profiles.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Problem;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.session.SavedRequests;
import org.openletter.profiles.session.SignedIn;
import org.openletter.templates.profiles.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The sign-in page.
@Controller
class SignInPages implements Door {

  private final SignIn signIn;
  private final SignedIn signedIn;
  private final SavedRequests savedRequests;
  private final Pages pages;
  private final Templates templates;

  SignInPages(
      SignIn signIn,
      SignedIn signedIn,
      SavedRequests savedRequests,
      Pages pages,
      Templates templates) {
    this.signIn = signIn;
    this.signedIn = signedIn;
    this.savedRequests = savedRequests;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/login")
  View form(HttpServletRequest request, CsrfToken csrf) {
    return signedIn.account(request).isPresent()
        ? Pages.seeOther(savedRequests.back(request))
        : page(HttpStatus.OK, request, csrf, "", null);
  }

  @PostMapping("/login")
  View signIn(
      HttpServletRequest request,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String password) {
    return switch (signIn.signIn(handle, password)) {
      case SignIn.Result.Entered(var account) -> {
        signedIn.enter(request, account);
        yield Pages.seeOther(savedRequests.back(request));
      }
      case SignIn.Result.NoMatch() ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              csrf,
              handle,
              "This handle and this password do not belong together. Look at both and try again.");
      case SignIn.Result.Paused() ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              csrf,
              handle,
              "This account is paused. The people who run this site can tell you why.");
      case SignIn.Result.TooManyTries(var wait) ->
          pages.retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              wait,
              model(
                  request,
                  csrf,
                  handle,
                  "Too many tries for this handle. Try again in %d seconds."
                      .formatted(Problem.seconds(wait))));
    };
  }

  private View page(
      HttpStatus status,
      HttpServletRequest request,
      CsrfToken csrf,
      String handle,
      @Nullable String trouble) {
    return Pages.html(status, model(request, csrf, handle, trouble));
  }

  private gg.jte.models.runtime.JteModel model(
      HttpServletRequest request, CsrfToken csrf, String handle, @Nullable String trouble) {
    return templates.signinPage(
        new SignInPage(
            pages.frame("Sign in", csrf), handle, savedRequests.wordsKept(request), trouble));
  }
}
