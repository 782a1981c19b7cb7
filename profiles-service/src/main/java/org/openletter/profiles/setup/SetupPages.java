package org.openletter.profiles.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openletter.profiles.page.Door;
import org.openletter.profiles.page.Pages;
import org.openletter.profiles.page.TroublePage;
import org.openletter.profiles.page.Wrong;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.signup.CodePage;
import org.openletter.profiles.signup.MakeAccount;
import org.openletter.profiles.signup.SignUpPage;
import org.openletter.templates.profiles.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page behind the one-time link.
@Controller
class SetupPages implements Door {

  private final AdminLinks links;
  private final SetUpAdmin setUpAdmin;
  private final SignedIn signedIn;
  private final Pages pages;
  private final Templates templates;

  SetupPages(
      AdminLinks links,
      SetUpAdmin setUpAdmin,
      SignedIn signedIn,
      Pages pages,
      Templates templates) {
    this.links = links;
    this.setUpAdmin = setUpAdmin;
    this.signedIn = signedIn;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/setup/{token}")
  View form(@PathVariable String token, CsrfToken csrf) {
    return links.works(token)
        ? page(HttpStatus.OK, token, csrf, "", "", Wrong.NOTHING)
        : noLink(csrf);
  }

  @PostMapping("/setup/{token}")
  View setUp(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String handle,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password) {
    MakeAccount.Form form = new MakeAccount.Form(handle, name, password);
    return switch (setUpAdmin.setUp(token, form)) {
      case SetUpAdmin.Result.Made(var made) -> {
        signedIn.enter(request, response, made.account());
        yield Pages.html(
            HttpStatus.OK,
            templates.signupCode(
                new CodePage(
                    pages.frame("Your recovery code", signedIn.csrf(request, response), ""),
                    made.account().handle().value(),
                    made.recoveryCode(),
                    false,
                    false)));
      }
      case SetUpAdmin.Result.Invalid(var fields) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, token, csrf, handle, name, new Wrong(fields));
      case SetUpAdmin.Result.NoLink() -> noLink(csrf);
    };
  }

  private View page(
      HttpStatus status, String token, CsrfToken csrf, String handle, String name, Wrong wrong) {
    return Pages.html(
        status,
        templates.signupPage(
            new SignUpPage(
                pages.frame("Make the admin's account", csrf, ""),
                "/id/setup/" + token,
                handle,
                name,
                true,
                null,
                wrong,
                null)));
  }

  private View noLink(CsrfToken csrf) {
    return Pages.html(
        HttpStatus.NOT_FOUND,
        templates.pageTrouble(
            new TroublePage(
                pages.frame("This link does not work", csrf, ""),
                "This link was used or is too old. Run deploy/admin-link for a new one.")));
  }
}
