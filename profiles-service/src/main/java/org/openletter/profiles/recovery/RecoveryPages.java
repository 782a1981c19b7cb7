package org.openletter.profiles.recovery;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.page.Wrong;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.session.WayBack;
import org.openletter.profiles.signup.CodePage;
import org.openletter.profiles.tries.Guessers;
import org.openletter.templates.profiles.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page on which a recovery code is used.
@Controller
class RecoveryPages implements Door {

  private final Recover recover;
  private final Guessers guessers;
  private final SignedIn signedIn;
  private final WayBack wayBack;
  private final Pages pages;
  private final Templates templates;

  RecoveryPages(
      Recover recover,
      Guessers guessers,
      SignedIn signedIn,
      WayBack wayBack,
      Pages pages,
      Templates templates) {
    this.recover = recover;
    this.guessers = guessers;
    this.signedIn = signedIn;
    this.wayBack = wayBack;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/recovery")
  View form(HttpServletRequest request, CsrfToken csrf) {
    return Pages.html(HttpStatus.OK, model(request, csrf, "", "", null, List.of()));
  }

  @PostMapping("/recovery")
  View recover(
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password) {
    Handle read = Handle.typed(handle).orElse(null);
    return switch (recover.recover(read, code, password, guessers.of(request, read))) {
      case Recover.Result.Back(var account, var newCode) -> {
        signedIn.enter(request, response, account);
        yield Pages.html(
            HttpStatus.OK,
            templates.signupCode(
                new CodePage(
                    pages.frame(
                        "Your new recovery code",
                        signedIn.csrf(request, response),
                        wayBack.in(request)),
                    account.handle().value(),
                    newCode,
                    false,
                    true)));
      }
      case Recover.Result.NoMatch() ->
          Pages.html(
              HttpStatus.UNPROCESSABLE_CONTENT,
              model(
                  request,
                  csrf,
                  handle,
                  code,
                  "This handle and this code do not belong together. Look at both and try again.",
                  List.of()));
      case Recover.Result.Invalid(var fields) ->
          Pages.html(
              HttpStatus.UNPROCESSABLE_CONTENT, model(request, csrf, handle, code, null, fields));
      case Recover.Result.TooManyTries(var tooMany) ->
          pages.retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              tooMany.retryAfter(),
              model(request, csrf, handle, code, tooMany.sentence(), List.of()));
    };
  }

  private JteModel model(
      HttpServletRequest request,
      CsrfToken csrf,
      String handle,
      String code,
      @Nullable String trouble,
      List<org.openletter.platform.problem.FieldProblem> fields) {
    return templates.recoveryPage(
        new RecoveryPage(
            pages.frame("Use your recovery code", csrf, wayBack.in(request)),
            handle,
            code,
            trouble,
            new Wrong(fields)));
  }
}
