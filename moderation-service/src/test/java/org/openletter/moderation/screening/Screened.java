package org.openletter.moderation.screening;

import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.List;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.signal.Submission;

/// The screening as it is put together for the service, without a memory unless one is given.
public final class Screened {

  /// Reading the models takes a moment, so all tests share them.
  public static final TextSignals SIGNALS = TextSignals.read(new PersonalData());

  private Screened() {}

  /// The verdict on a text of which nothing else is known.
  public static Verdict text(String text) {
    return submission(aSubmission().saying(text));
  }

  /// The verdict on a submission.
  public static Verdict submission(Submission submission) {
    return new ScreenComment(SIGNALS.with(new RepeatSignal(new RepeatsInMemory())), (s, v) -> {})
        .screen(submission);
  }

  /// The codes of the reasons, in order.
  public static List<String> codes(Verdict verdict) {
    return verdict.reasons().stream().map(Reason::code).toList();
  }
}
