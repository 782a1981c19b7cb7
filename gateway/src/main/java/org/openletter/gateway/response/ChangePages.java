package org.openletter.gateway.response;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.page.Page;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.page.Viewer;
import org.openletter.gateway.thread.Comment;
import org.openletter.gateway.thread.CommentInPlace;
import org.openletter.gateway.thread.OpenComment;
import org.openletter.gateway.thread.Subject;
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
@Controller
@RequestMapping("/letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}")
class ChangePages {

  private final OpenComment openComment;
  private final WriteResponse writeResponse;
  private final WithdrawResponse withdrawResponse;
  private final Pages pages;
  private final Templates templates;

  ChangePages(
      OpenComment openComment,
      WriteResponse writeResponse,
      WithdrawResponse withdrawResponse,
      Pages pages,
      Templates templates) {
    this.openComment = openComment;
    this.writeResponse = writeResponse;
    this.withdrawResponse = withdrawResponse;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/edit")
  View edit(Viewer viewer, @PathVariable String letterId, @PathVariable String id) {
    return own(
        viewer, letterId, id, (letter, comment) -> form(viewer, letter, comment, null, null));
  }

  @PostMapping("/edit")
  View change(
      Viewer viewer,
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text) {
    return own(
        viewer,
        letterId,
        id,
        (letter, comment) ->
            switch (writeResponse.change(letterId, id, text)) {
              case WriteResponse.Result.Taken _ ->
                  Pages.seeOther(letter.addressOf(id) + "?sent=true#" + comment.anchor());
              case WriteResponse.Result.Refused refused ->
                  form(viewer, letter, comment, text, refused);
            });
  }

  @GetMapping("/withdrawal")
  View ask(Viewer viewer, @PathVariable String letterId, @PathVariable String id) {
    return own(
        viewer,
        letterId,
        id,
        (letter, comment) ->
            Pages.html(
                templates.responseWithdrawal(
                    page(viewer, "Withdraw your response"), letter, comment)));
  }

  @PostMapping("/withdrawal")
  View withdraw(Viewer viewer, @PathVariable String letterId, @PathVariable String id) {
    return own(
        viewer,
        letterId,
        id,
        (letter, _) -> {
          withdrawResponse.withdraw(letterId, id);
          return Pages.seeOther(letter.address() + "?said=withdrawn#thread");
        });
  }

  /// Only what the viewer wrote herself; what others wrote is not to be found here.
  private View own(
      Viewer viewer, String letterId, String id, BiFunction<Subject, Comment, View> then) {
    return switch (openComment.open(letterId, id)) {
      case OpenComment.Result.Opened<CommentInPlace>(var letter, var place)
          when place.comment().mine() && place.comment().tombstone() == null ->
          then.apply(letter, place.comment());
      case OpenComment.Result.Opened<CommentInPlace> _,
          OpenComment.Result.Absent<CommentInPlace> _,
          OpenComment.Result.Withdrawn<CommentInPlace> _ ->
          Pages.html(
              HttpStatus.NOT_FOUND,
              templates.pageProblem(
                  pages.page(viewer, "Not here"),
                  "There is no response of yours at this address.",
                  null));
    };
  }

  private View form(
      Viewer viewer,
      Subject letter,
      Comment comment,
      @Nullable String text,
      WriteResponse.Result.@Nullable Refused refused) {
    var page = page(viewer, "Change your response");
    var status = refused == null ? HttpStatus.OK : HttpStatusCode.valueOf(refused.status());
    var words = text != null ? text : comment.text() == null ? "" : comment.text();
    return Pages.html(
        status,
        templates.responseEdit(
            page, letter, comment, words, refused == null ? null : refused.sentence()));
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).withEdge().styled("thread").scripted("respond");
  }
}
