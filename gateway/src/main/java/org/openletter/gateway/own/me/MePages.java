package org.openletter.gateway.own.me;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.profiles.Me;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.platform.call.Answer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The account page.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/me")
class MePages {

  private static final String LEAVING = "leaving";

  private final ChangeAccount changeAccount;
  private final PeopleClient people;
  private final Pages pages;
  private final Templates templates;

  MePages(ChangeAccount changeAccount, PeopleClient people, Pages pages, Templates templates) {
    this.changeAccount = changeAccount;
    this.people = people;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View account(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String done,
      @RequestParam(required = false) @Nullable Integer ended) {
    return Pages.html(templates.mePage(page(viewer), MePage.of(people.me(), done).ended(ended)));
  }

  @PostMapping("/profile")
  View profile(
      Viewer viewer,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String bio,
      @RequestParam(defaultValue = "") String version) {
    var result = changeAccount.profile(name.strip(), bio.strip(), version);
    return answer(viewer, "profile", result, shown -> shown.typed(name, bio, version));
  }

  @PostMapping("/leave-key")
  View leaveKey(Viewer viewer, @RequestParam boolean off) {
    return answer(viewer, LEAVING, changeAccount.leaveKey(off), UnaryOperator.identity());
  }

  @PostMapping("/password")
  View password(Viewer viewer, @RequestParam String current, @RequestParam String password) {
    var result = changeAccount.password(current, password);
    return answer(viewer, "password", result, UnaryOperator.identity());
  }

  @PostMapping("/recovery-code")
  View recoveryCode(Viewer viewer, @RequestParam("proof") String password) {
    var result = changeAccount.recoveryCode(password);
    return answer(viewer, "recovery", result, UnaryOperator.identity());
  }

  private View answer(
      Viewer viewer,
      String form,
      Outcome<ChangeAccount.Result> result,
      UnaryOperator<MePage> typed) {
    return switch (result) {
      case Outcome.Done<ChangeAccount.Result>(ChangeAccount.Result.Changed()) ->
          Pages.seeOther("/me?done=" + form + (form.equals(LEAVING) ? "#" + LEAVING : ""));
      case Outcome.Done<ChangeAccount.Result>(ChangeAccount.Result.Newer(MePage.Newer newer)) ->
          Pages.html(
              HttpStatus.CONFLICT,
              templates.mePage(page(viewer), typed.apply(now(viewer)).newer(form, newer)));
      case Outcome.Done<ChangeAccount.Result>(ChangeAccount.Result.NewPassword(int ended)) ->
          Pages.seeOther("/me?done=" + form + "&ended=" + ended);
      // Shown in the answer to the form itself: an address that shows it could be opened again.
      case Outcome.Done<ChangeAccount.Result>(ChangeAccount.Result.NewCode(String code)) ->
          Pages.html(templates.meCode(page(viewer), code));
      case Outcome.NotDone<ChangeAccount.Result> no ->
          Pages.html(
              no.code(),
              templates.mePage(
                  page(viewer), typed.apply(now(viewer)).wrong(form, no.fields(), no.ofForm())));
    };
  }

  /// The account as it is; when nobody can tell, what the session knows of it.
  private MePage now(Viewer viewer) {
    var signed = Objects.requireNonNull(viewer.signed(), "Only signed-in people have an account.");
    var known =
        new Me(
            signed.handle(),
            signed.name(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            !signed.leaveKey(),
            null);
    return MePage.of(Answer.of(people::me).known().orElse(known), null);
  }

  private Page page(Viewer viewer) {
    return pages.page(viewer, "Your account").at("/me").onDesk().styled("me");
  }
}
