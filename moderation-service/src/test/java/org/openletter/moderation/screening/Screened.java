package org.openletter.moderation.screening;

import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.signal.Submission;

/// The screening as it is put together for the service, without a memory unless one is given.
public final class Screened {

  /// Reading the models takes a moment, so all tests share them.
  public static final TextSignals SIGNALS = TextSignals.read(new PersonalData());

  public static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  /// No test is about time, and the machine may be busy.
  public static final Duration PATIENT = Duration.ofSeconds(60);

  private Screened() {}

  /// The verdict on a text of which nothing else is known.
  public static Verdict text(String text) {
    return submission(aSubmission().saying(text));
  }

  /// The verdict on a submission.
  public static Verdict submission(Submission submission) {
    return new ScreenComment(
            SIGNALS.with(new RepeatSignal(new RepeatsInMemory())), (s, v) -> {}, PATIENT, THREADS)
        .screen(submission);
  }

  /// The codes of the reasons, in order.
  public static List<String> codes(Verdict verdict) {
    return verdict.reasons().stream().map(Reason::code).toList();
  }
}
