package org.openletter.moderation.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;

/// Screens one response: its text is looked at by every signal, and the policy decides. What it
/// costs is bounded by the length of the text and by no clock: a verdict that was given up half
/// made would have to be made again. Where one cannot be made there is none, and whoever asked
/// keeps the response and asks again.
public final class ScreenComment {

  private final List<Signal> signals;
  private final BiConsumer<Submission, Views> afterwards;
  private final Policy policy = new Policy();

  /// Screens with these signals and the first-response rule.
  ///
  /// @param afterwards what remembers the text once it was looked at
  public ScreenComment(List<Signal> signals, BiConsumer<Submission, Views> afterwards) {
    this.signals = new ArrayList<>(signals);
    this.signals.add(new FirstResponseSignal());
    this.afterwards = afterwards;
  }

  /// The verdict. Throws `NotScreened` when there can be none.
  public Verdict screen(Submission submission) {
    try {
      return look(submission);
    } catch (RuntimeException failed) {
      throw NotScreened.because(failed);
    }
  }

  private Verdict look(Submission submission) {
    Views views = Views.of(submission.text());
    List<Finding> findings = new ArrayList<>();
    for (Signal signal : signals) {
      findings.addAll(signal.look(submission, views));
    }
    Verdict verdict = policy.decide(findings);
    afterwards.accept(submission, views);
    return verdict;
  }
}
