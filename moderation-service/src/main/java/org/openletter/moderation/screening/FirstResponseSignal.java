package org.openletter.moderation.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;

/// Holds first responses where the letter's writer wants to read them first. Says nothing about the
/// text, and nothing at all about an import.
final class FirstResponseSignal implements Signal {

  @Override
  public List<Finding> look(Submission submission, Views views) {
    List<Finding> findings = new ArrayList<>();
    if (submission.firstHere() && !submission.imported()) {
      findings.add(
          new Finding(
              Code.FIRST_COMMENT,
              Head.CIRCUMSTANCE,
              1,
              "A first response here: the writer of the letter reads it before it appears.",
              Map.of(),
              List.of()));
    }
    return findings;
  }
}
