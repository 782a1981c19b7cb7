package org.openletter.gateway.studio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Site;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How the conversation on a letter is held.
@Access(Access.To.SIGNED_IN)
@Controller
@RequestMapping("/studio/letters/{id:[0-9a-z]{12}}/thread")
class ThreadSettingsPages {

  private final ChangeThread changeThread;
  private final DraftsClient letters;
  private final ThreadsClient threads;
  private final Site site;
  private final Pages pages;
  private final Templates templates;

  ThreadSettingsPages(
      ChangeThread changeThread,
      DraftsClient letters,
      ThreadsClient threads,
      Site site,
      Pages pages,
      Templates templates) {
    this.changeThread = changeThread;
    this.letters = letters;
    this.threads = threads;
    this.site = site;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View settings(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String saved) {
    boolean justSaved = saved != null;
    ThreadForm form;
    try {
      form = ThreadForm.of(threads.settings(id), site.timeZone());
    } catch (NoAnswer noAnswer) {
      if (justSaved) {
        return savedButNotShown(viewer, id, noAnswer);
      }
      throw noAnswer;
    }
    var shown = new ThreadPage(id, name(id), form, List.of(), null, justSaved, null);
    return Pages.html(templates.studioThread(page(viewer), shown));
  }

  @PostMapping
  View change(Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields) {
    var form = ThreadForm.of(fields);
    return switch (changeThread.change(id, form)) {
      case Outcome.Done<ChangeThread.Result>(ChangeThread.Result.Changed()) ->
          Pages.seeOther("/studio/letters/" + id + "/thread?saved");
      case Outcome.Done<ChangeThread.Result>(ChangeThread.Result.Newer()) ->
          beside(viewer, id, form, ThreadForm.of(threads.settings(id), site.timeZone()));
      case Outcome.NotDone<ChangeThread.Result> no -> {
        var shown = new ThreadPage(id, null, form, no.fields(), no.ofForm(), false, null);
        yield Pages.html(no.code(), templates.studioThread(page(viewer), shown));
      }
    };
  }

  /// What she chose, to be saved on top of what another window saved, and that beside it.
  private View beside(Viewer viewer, String id, ThreadForm form, ThreadForm newer) {
    var mine = new ThreadForm(form.mode(), form.closesOn(), form.rules(), newer.version());
    var shown =
        new ThreadPage(
            id,
            null,
            mine,
            List.of(),
            "This was changed in another window in the meantime. What you chose is kept here;"
                + " save again to use it.",
            false,
            newer);
    return Pages.html(HttpStatus.CONFLICT, templates.studioThread(page(viewer), shown));
  }

  private View savedButNotShown(Viewer viewer, String id, NoAnswer noAnswer) {
    return Pages.html(
        HttpStatus.SERVICE_UNAVAILABLE,
        templates.studioLater(
            pages.page(viewer, "Saved").under(Place.STUDIO),
            "What you chose was saved, and it holds from now on. How it looks now cannot be shown",
            Away.clause(noAnswer),
            "/studio/letters/" + id + "/thread"));
  }

  // Only for the page to say which letter it is about.
  private @Nullable String name(String id) {
    return Answer.of(() -> letters.draft(id)).known().map(Draft::name).orElse(null);
  }

  private Page page(Viewer viewer) {
    return pages.page(viewer, "The conversation").under(Place.STUDIO).onDesk().styled("studio");
  }
}
