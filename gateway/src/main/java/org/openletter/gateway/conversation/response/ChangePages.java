package org.openletter.gateway.conversation.response;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.thread.OpenComment;
import org.openletter.gateway.conversation.thread.OwnComment;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.call.Answer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where one's own response is changed or withdrawn.
@Access(Access.To.EVERYBODY)
@Controller
@RequestMapping("/letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}")
class ChangePages {

  private final OpenComment openComment;
  private final ChangeResponse changeResponse;
  private final WithdrawResponse withdrawResponse;
  private final Pages pages;
  private final Templates templates;

  ChangePages(
      OpenComment openComment,
      ChangeResponse changeResponse,
      WithdrawResponse withdrawResponse,
      Pages pages,
      Templates templates) {
    this.openComment = openComment;
    this.changeResponse = changeResponse;
    this.withdrawResponse = withdrawResponse;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/edit")
  View edit(Viewer viewer, @PathVariable String letterId, @PathVariable String id) {
    return own(
        viewer,
        letterId,
        id,
        own ->
            Pages.html(
                templates.responseEdit(
                    page(viewer, "Change your response"),
                    own,
                    ChangeForm.of(own.comment()),
                    null)));
  }

  @PostMapping("/edit")
  View change(
      Viewer viewer,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String version) {
    var form = new ChangeForm(text, version, null);
    return switch (changeResponse.change(letterId, id, text, version)) {
      case Outcome.Done<ChangeResponse.Result>(ChangeResponse.Result.Taken(var comment)) ->
          Pages.seeOther(LetterAddress.ofComment(letterId, id) + "?sent=true#" + comment.anchor());
      case Outcome.Done<ChangeResponse.Result>(
              ChangeResponse.Result.Newer(String newer, String newerVersion)) ->
          again(
              viewer,
              letterId,
              id,
              HttpStatus.CONFLICT,
              new ChangeForm(text, newerVersion, newer),
              "This response was changed since you opened it, in another window or on another"
                  + " device. Both texts are below; yours was not saved yet.");
      case Outcome.NotDone<ChangeResponse.Result> no when ChangeResponse.isGone(no) ->
          kept(viewer, letterId, no.code(), form, no.sentence());
      case Outcome.NotDone<ChangeResponse.Result> no ->
          again(viewer, letterId, id, no.code(), form, no.sentence());
    };
  }

  @GetMapping("/withdrawal")
  View ask(Viewer viewer, @PathVariable String letterId, @PathVariable String id) {
    return ask(viewer, letterId, id, HttpStatus.OK, null);
  }

  @PostMapping("/withdrawal")
  View withdraw(
      Viewer viewer,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version) {
    return own(
        viewer,
        letterId,
        id,
        own ->
            switch (withdrawResponse.withdraw(letterId, id, version)) {
              case WithdrawResponse.Result.Withdrawn() ->
                  Pages.seeOther(own.letterAddress() + "?said=withdrawn#thread");
              case WithdrawResponse.Result.Newer() ->
                  ask(
                      viewer,
                      letterId,
                      id,
                      HttpStatus.CONFLICT,
                      "It was changed since you opened this page. Nothing was withdrawn: look at"
                          + " the words as they are now.");
              case WithdrawResponse.Result.Removed(String sentence) ->
                  Pages.html(
                      HttpStatus.CONFLICT,
                      templates.pageProblem(
                          pages.page(viewer, "Removed meanwhile"), sentence, null));
            });
  }

  private View ask(
      Viewer viewer, String letterId, String id, HttpStatusCode status, @Nullable String problem) {
    return own(
        viewer,
        letterId,
        id,
        own ->
            Pages.html(
                status,
                templates.responseWithdrawal(
                    page(viewer, "Withdraw your response"), own, problem)));
  }

  /// The form once more with what was typed. When the page around it cannot be had, because the
  /// response is gone or nobody answers, the words alone.
  private View again(
      Viewer viewer,
      String letterId,
      String id,
      HttpStatusCode status,
      ChangeForm form,
      String sentence) {
    return switch (Answer.of(() -> openComment.own(letterId, id))) {
      case Answer.Known<Optional<OwnComment>>(var own) when own.isPresent() ->
          Pages.html(
              status,
              templates.responseEdit(
                  page(viewer, "Change your response"), own.get(), form, sentence));
      case Answer.Known<Optional<OwnComment>> _ -> kept(viewer, letterId, status, form, sentence);
      case Answer.Unknown<Optional<OwnComment>> _ ->
          Pages.html(
              status,
              templates.responseKept(
                  page(viewer, "Your change was not saved"),
                  letterId,
                  form,
                  sentence,
                  LetterAddress.ofComment(letterId, id) + "/edit"));
    };
  }

  private View kept(
      Viewer viewer, String letterId, HttpStatusCode status, ChangeForm form, String sentence) {
    return Pages.html(
        status,
        templates.responseKept(
            page(viewer, "Your change was not saved"), letterId, form, sentence, null));
  }

  /// Only what the viewer wrote herself; what others wrote is not to be found here.
  private View own(Viewer viewer, String letterId, String id, Function<OwnComment, View> then) {
    return openComment
        .own(letterId, id)
        .map(then)
        .orElseGet(() ->
            Pages.html(
                HttpStatus.NOT_FOUND,
                templates.pageProblem(
                    pages.page(viewer, "Not here"),
                    "There is no response of yours at this address.",
                    null)));
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).withEdge().styled("thread").scripted("respond");
  }
}
