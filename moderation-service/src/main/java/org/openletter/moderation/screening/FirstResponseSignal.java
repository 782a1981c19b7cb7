package org.openletter.moderation.screening;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.advertising.Links;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;

/// Holds first responses where the letter's writer wants to read them first, and first links of
/// people of whom nothing has appeared here. Says nothing against the text, and nothing at all
/// about an import, whose people nobody knows.
final class FirstResponseSignal implements Signal {

  @Override
  public List<Finding> look(Submission submission, Views views) {
    if (submission.imported()) {
      return List.of();
    }
    if (submission.firstHere()) {
      return List.of(held("response"));
    }
    if (!submission.approvedBefore() && Links.of(views).any()) {
      return List.of(held("link"));
    }
    return List.of();
  }

  private static Finding held(String first) {
    return new Finding(Code.FIRST_COMMENT, Head.CIRCUMSTANCE, 1, Map.of("first", first), List.of());
  }
}
