package org.openletter.profiles.signup;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.page.Wrong;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.session.WayBack;
import org.openletter.profiles.tries.Guesser;
import org.openletter.profiles.tries.Guessers;
import org.openletter.profiles.tries.SignUps;
import org.openletter.templates.profiles.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page on which people make an account, and what follows it.
@Controller
class SignUpPages implements Door {

  private final MakeAccount makeAccount;
  private final SignUps signUps;
  private final Guessers guessers;
  private final SignedIn signedIn;
  private final WayBack wayBack;
  private final Pages pages;
  private final Templates templates;

  SignUpPages(
      MakeAccount makeAccount,
      SignUps signUps,
      Guessers guessers,
      SignedIn signedIn,
      WayBack wayBack,
      Pages pages,
      Templates templates) {
    this.makeAccount = makeAccount;
    this.signUps = signUps;
    this.guessers = guessers;
    this.signedIn = signedIn;
    this.wayBack = wayBack;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/sign-up")
  View form(HttpServletRequest request, CsrfToken csrf) {
    return signedIn.account(request).isPresent()
        ? Pages.seeOther(wayBack.back(request))
        : page(HttpStatus.OK, request, csrf, "", "", Wrong.NOTHING);
  }

  // The code is shown in the answer itself: so it is never stored, not even for a minute.
  @PostMapping("/sign-up")
  View signUp(
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password) {
    if (signedIn.account(request).isPresent()) {
      return Pages.seeOther(wayBack.back(request));
    }
    Guesser.Stranger stranger = guessers.of(request, null);
    Optional<Duration> wait = signUps.begin(stranger);
    if (wait.isPresent()) {
      return tooMany(request, csrf, handle, name, wait.get());
    }
    return switch (counted(stranger, new MakeAccount.Form(handle, name, password))) {
      case MakeAccount.Result.Made(var account, var code) -> {
        signedIn.enter(request, response, account);
        yield Pages.html(
            HttpStatus.OK,
            templates.signupCode(
                new CodePage(
                    pages.frame(
                        "Your recovery code",
                        signedIn.csrf(request, response),
                        wayBack.in(request)),
                    account.handle().value(),
                    code,
                    account.standing() == Standing.WAITING,
                    false)));
      }
      case MakeAccount.Result.Invalid(var fields) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, request, csrf, handle, name, new Wrong(fields));
    };
  }

  // Whatever came between, an account that was not made is not counted.
  private MakeAccount.Result counted(Guesser.Stranger stranger, MakeAccount.Form form) {
    boolean made = false;
    try {
      MakeAccount.Result result = makeAccount.make(form, Set.of(Role.MEMBER));
      made = result instanceof MakeAccount.Result.Made;
      return result;
    } finally {
      if (!made) {
        signUps.giveBack(stranger);
      }
    }
  }

  private View tooMany(
      HttpServletRequest request, CsrfToken csrf, String handle, String name, Duration wait) {
    String sentence =
        "Many accounts were made from your network in the last hour. Nothing was made yet. Try"
            + " again in "
            + Math.max(1, wait.plusSeconds(59).toMinutes())
            + " minutes.";
    return pages.retryLater(
        HttpStatus.TOO_MANY_REQUESTS,
        wait,
        model(request, csrf, handle, name, Wrong.NOTHING, sentence));
  }

  /// She has kept the code and goes on to where she was going.
  @PostMapping("/sign-up/code")
  View kept(HttpServletRequest request) {
    return Pages.seeOther(wayBack.back(request));
  }

  private View page(
      HttpStatus status,
      HttpServletRequest request,
      CsrfToken csrf,
      String handle,
      String name,
      Wrong wrong) {
    return Pages.html(status, model(request, csrf, handle, name, wrong, null));
  }

  private JteModel model(
      HttpServletRequest request,
      CsrfToken csrf,
      String handle,
      String name,
      Wrong wrong,
      @Nullable String trouble) {
    return templates.signupPage(
        new SignUpPage(
            pages.frame("Make an account", csrf, wayBack.in(request)),
            "/id/sign-up",
            handle,
            name,
            false,
            wayBack.whatWaits(request).orElse(null),
            wrong,
            trouble));
  }
}
