package org.openletter.gateway.studio;

import java.util.Optional;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.Site;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.springframework.stereotype.Component;

/// A creator changes how the conversation on her letter is held.
@Component
class ChangeThread {

  private final ThreadsClient threads;
  private final Site site;

  ChangeThread(ThreadsClient threads, Site site) {
    this.threads = threads;
    this.site = site;
  }

  /// What came of it.
  sealed interface Result {

    record Changed() implements Result {}

    /// It was changed somewhere else in the meantime.
    record Newer() implements Result {}
  }

  /// Sends the form on. In every case but `Changed` the form keeps what was typed.
  Outcome<Result> change(String letterId, ThreadForm form) {
    var settings = form.settings(site.timeZone()).orElse(null);
    if (settings == null) {
      return Outcome.invalid("closesOn", "Write the day as 2027-05-01, or leave it empty.");
    }
    if (!form.versioned()) {
      return new Outcome.Done<>(new Result.Newer());
    }
    return Outcome.<Result>of(
            "changed",
            "What you chose is kept here.",
            () -> {
              threads.change(letterId, settings);
              return new Result.Changed();
            })
        .instead(refused ->
            refused.is("thread-changed") ? Optional.of(new Result.Newer()) : Optional.empty())
        // The form asks for a day where the service wants an instant.
        .naming("closesAt", "closesOn");
  }
}
