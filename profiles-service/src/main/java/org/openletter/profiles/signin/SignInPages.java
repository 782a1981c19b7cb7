package org.openletter.profiles.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.session.WayBack;
import org.openletter.profiles.tries.Guessers;
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
  private final Guessers guessers;
  private final SignedIn signedIn;
  private final WayBack wayBack;
  private final Pages pages;
  private final Templates templates;

  SignInPages(
      SignIn signIn,
      Guessers guessers,
      SignedIn signedIn,
      WayBack wayBack,
      Pages pages,
      Templates templates) {
    this.signIn = signIn;
    this.guessers = guessers;
    this.signedIn = signedIn;
    this.wayBack = wayBack;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/login")
  View form(HttpServletRequest request, CsrfToken csrf) {
    return signedIn.account(request).isPresent()
        ? Pages.seeOther(wayBack.back(request))
        : page(HttpStatus.OK, request, csrf, "", null);
  }

  @PostMapping("/login")
  View signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String password) {
    Handle read = Handle.typed(handle).orElse(null);
    return switch (signIn.signIn(read, password, guessers.of(request, read))) {
      case SignIn.Result.Entered(var account) -> {
        signedIn.enter(request, response, account);
        yield Pages.seeOther(wayBack.back(request));
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
      case SignIn.Result.TooManyTries(var tooMany) ->
          pages.retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              tooMany.retryAfter(),
              model(request, csrf, handle, tooMany.sentence()));
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
            pages.frame("Sign in", csrf, wayBack.in(request)),
            handle,
            wayBack.whatWaits(request).orElse(null),
            trouble));
  }
}
