package org.openletter.gateway.studio;

import java.util.List;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.look.page.Site;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A creator changes how the conversation on her letter is held.
@Component
class ChangeThread {

  private static final int CONFLICT = 409;

  private final CommentsClient comments;
  private final Site site;

  ChangeThread(CommentsClient comments, Site site) {
    this.comments = comments;
    this.site = site;
  }

  /// What came of it. In every case but `Changed` the form keeps what was typed.
  sealed interface Result {

    record Changed() implements Result {}

    /// Fields that cannot be so.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// It was changed somewhere else in the meantime.
    record Newer() implements Result {}

    /// It cannot be done now or not by her.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Sends the form on.
  Result change(String letterId, ThreadForm form) {
    var settings = form.settings(site.timeZone()).orElse(null);
    if (settings == null) {
      return new Result.Invalid(
          List.of(new FieldProblem("closesOn", "Write the day as 2027-05-01, or leave it empty.")));
    }
    if (!form.versioned()) {
      return new Result.Newer();
    }
    try {
      comments.change(letterId, settings);
      return new Result.Changed();
    } catch (CallRefused refused) {
      if (!refused.fields().isEmpty()) {
        return new Result.Invalid(refused.fields().stream().map(ChangeThread::named).toList());
      }
      return refused.status() == CONFLICT
          ? new Result.Newer()
          : new Result.Refused(refused.status(), refused.detail());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          503, Away.unsure(noAnswer, "changed", "What you chose is kept here."));
    }
  }

  /// The form asks for a day where the service wants an instant.
  private static FieldProblem named(FieldProblem problem) {
    return problem.field().equals("closesAt")
        ? new FieldProblem("closesOn", problem.sentence())
        : problem;
  }
}
