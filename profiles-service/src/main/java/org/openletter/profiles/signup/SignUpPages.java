package org.openletter.profiles.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.page.Wrong;
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

/// The page on which people make an account, and what follows it.
@Controller
class SignUpPages implements Door {

  private final MakeAccount makeAccount;
  private final SignedIn signedIn;
  private final SavedRequests savedRequests;
  private final Pages pages;
  private final Templates templates;

  SignUpPages(
      MakeAccount makeAccount,
      SignedIn signedIn,
      SavedRequests savedRequests,
      Pages pages,
      Templates templates) {
    this.makeAccount = makeAccount;
    this.signedIn = signedIn;
    this.savedRequests = savedRequests;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/sign-up")
  View form(HttpServletRequest request, CsrfToken csrf) {
    return signedIn.account(request).isPresent()
        ? Pages.seeOther(savedRequests.back(request))
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
      return Pages.seeOther(savedRequests.back(request));
    }
    MakeAccount.Form form = new MakeAccount.Form(handle, name, password);
    return switch (makeAccount.make(form, Set.of(Role.MEMBER))) {
      case MakeAccount.Result.Made(var account, var code) -> {
        signedIn.enter(request, account);
        yield Pages.html(
            HttpStatus.OK,
            templates.signupCode(
                new CodePage(
                    pages.frame("Your recovery code", signedIn.csrf(request, response)),
                    account.handle().value(),
                    code,
                    account.standing() == Standing.WAITING,
                    false)));
      }
      case MakeAccount.Result.Invalid(var fields) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, request, csrf, handle, name, new Wrong(fields));
    };
  }

  /// She has kept the code and goes on to where she was going.
  @PostMapping("/sign-up/code")
  View kept(HttpServletRequest request) {
    return Pages.seeOther(savedRequests.back(request));
  }

  private View page(
      HttpStatus status,
      HttpServletRequest request,
      CsrfToken csrf,
      String handle,
      String name,
      Wrong wrong) {
    return Pages.html(
        status,
        templates.signupPage(
            new SignUpPage(
                pages.frame("Make an account", csrf),
                "/id/sign-up",
                handle,
                name,
                false,
                savedRequests.wordsKept(request),
                wrong)));
  }
}
