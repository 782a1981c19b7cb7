package org.openletter.profiles.recovery;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Problem;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.page.Wrong;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.signup.CodePage;
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
  private final SignedIn signedIn;
  private final Pages pages;
  private final Templates templates;

  RecoveryPages(Recover recover, SignedIn signedIn, Pages pages, Templates templates) {
    this.recover = recover;
    this.signedIn = signedIn;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/recovery")
  View form(CsrfToken csrf) {
    return Pages.html(HttpStatus.OK, model(csrf, "", "", null, List.of()));
  }

  @PostMapping("/recovery")
  View recover(
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password) {
    return switch (recover.recover(handle, code, password)) {
      case Recover.Result.Back(var account, var newCode) -> {
        signedIn.enter(request, account);
        yield Pages.html(
            HttpStatus.OK,
            templates.signupCode(
                new CodePage(
                    pages.frame("Your new recovery code", signedIn.csrf(request, response)),
                    account.handle().value(),
                    newCode,
                    false,
                    true)));
      }
      case Recover.Result.NoMatch() ->
          Pages.html(
              HttpStatus.UNPROCESSABLE_CONTENT,
              model(
                  csrf,
                  handle,
                  code,
                  "This handle and this code do not belong together. Look at both and try again.",
                  List.of()));
      case Recover.Result.Invalid(var fields) ->
          Pages.html(HttpStatus.UNPROCESSABLE_CONTENT, model(csrf, handle, code, null, fields));
      case Recover.Result.TooManyTries(var wait) ->
          pages.retryLater(
              HttpStatus.TOO_MANY_REQUESTS,
              wait,
              model(
                  csrf,
                  handle,
                  code,
                  "Too many tries for this handle. Try again in %d seconds."
                      .formatted(Problem.seconds(wait)),
                  List.of()));
    };
  }

  private JteModel model(
      CsrfToken csrf,
      String handle,
      String code,
      @Nullable String trouble,
      List<org.openletter.platform.problem.FieldProblem> fields) {
    return templates.recoveryPage(
        new RecoveryPage(
            pages.frame("Use your recovery code", csrf), handle, code, trouble, new Wrong(fields)));
  }
}
