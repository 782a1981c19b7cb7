package org.openletter.gateway.conversation.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.conversation.composer.KeptWords;
import org.openletter.gateway.conversation.thread.Subject;
import org.openletter.gateway.conversation.thread.Subjects;
import org.openletter.gateway.conversation.thread.ThreadWords;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.id.Ids;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a response is sent: with script the answer goes into the page, without one it leads there.
@Access(Access.To.EVERYBODY)
@Controller
@RequestMapping("/letters/{letterId:[0-9a-z]{12}}/comments")
class SendPages {

  private final WriteResponse writeResponse;
  private final KeptWords keptWords;
  private final Subjects subjects;
  private final Pages pages;
  private final Templates templates;
  private final Ids ids;

  SendPages(
      WriteResponse writeResponse,
      KeptWords keptWords,
      Subjects subjects,
      Pages pages,
      Templates templates,
      Ids ids) {
    this.writeResponse = writeResponse;
    this.keptWords = keptWords;
    this.subjects = subjects;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
  }

  @PostMapping
  View send(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String letterId,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String parentId,
      @RequestParam(required = false) @Nullable String key,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx) {
    String once = key == null || key.isBlank() ? ids.random12() : key;
    String parent = parentId == null || parentId.isBlank() ? null : parentId;
    return switch (writeResponse.send(letterId, text, parent, once)) {
      case Outcome.Done<ResponsesClient.Sent>(var sent) -> {
        keptWords.sent(letterId, parent, request);
        var comment = sent.comment();
        yield htmx
            ? inPlace(viewer, letterId, parent, sent, response)
            : Pages.seeOther(
                LetterAddress.ofComment(letterId, comment.id()) + "?sent=true#" + comment.anchor());
      }
      case Outcome.NotDone<ResponsesClient.Sent> no -> {
        no.retryAfter()
            .ifPresent(wait -> response.setHeader("Retry-After", String.valueOf(wait.toSeconds())));
        var composer =
            form(viewer, letterId, parent, SentForm.rules(request))
                .keyed(once)
                .on(SentForm.on(request))
                .with(text, no.sentence());
        yield refused(viewer, composer, no.code(), htmx);
      }
    };
  }

  private View inPlace(
      Viewer viewer,
      String letterId,
      @Nullable String parent,
      ResponsesClient.Sent sent,
      HttpServletResponse response) {
    var thread = sent.thread();
    if (thread == null) {
      // It was taken; where it stands can be looked up by whoever asks next.
      response.setHeader("HX-Redirect", LetterAddress.ofComment(letterId, sent.comment().id()));
      return (_, _, _) -> {};
    }
    return Pages.part(
        HttpStatus.OK,
        templates.responseSent(
            page(viewer, thread.title()),
            Subject.of(letterId, thread),
            sent.comment(),
            ThreadWords.counted(thread.count(), true),
            form(viewer, letterId, parent, thread.rules()).on(thread.title())));
  }

  private View refused(Viewer viewer, Composer composer, HttpStatusCode status, boolean htmx) {
    var page = page(viewer, "Your response was not sent");
    return htmx
        ? Pages.part(status, templates.composerForm(page, composer, true, false))
        : Pages.html(
            status,
            templates.responsePage(
                page, subjects.find(composer.letterId()).orElse(null), null, composer));
  }

  private Composer form(
      Viewer viewer, String letterId, @Nullable String parent, List<String> rules) {
    return Composer.empty(viewer, letterId, parent, ids.random12(), rules, null);
  }

  private Page page(Viewer viewer, String title) {
    return pages.page(viewer, title).withEdge().styled("thread").scripted("htmx", "respond");
  }
}
