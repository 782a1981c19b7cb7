package org.openletter.moderation.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Screens one response: its text is looked at by every signal, and the policy decides. Whatever
/// goes wrong, or takes too long, holds it: nothing is shown unscreened and nothing is lost.
public final class ScreenComment {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenComment.class);

  private final List<Signal> signals;
  private final BiConsumer<Submission, Views> afterwards;
  private final Duration limit;
  private final ExecutorService threads;
  private final Policy policy = new Policy();

  /// Screens with these signals and the first-response rule.
  ///
  /// @param afterwards what remembers the text once it was looked at
  /// @param limit how long one response may take
  public ScreenComment(
      List<Signal> signals,
      BiConsumer<Submission, Views> afterwards,
      Duration limit,
      ExecutorService threads) {
    this.signals = new ArrayList<>(signals);
    this.signals.add(new FirstResponseSignal());
    this.afterwards = afterwards;
    this.limit = limit;
    this.threads = threads;
  }

  /// The verdict; one with the reason `unchecked` when there could be none in time.
  public Verdict screen(Submission submission) {
    Future<Verdict> verdict = threads.submit(() -> look(submission));
    try {
      return verdict.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn("a response was held unchecked: no verdict within {}", limit);
      return Policy.unchecked();
    } catch (ExecutionException failed) {
      // The cause may quote the text, and a text never gets into the log.
      LOG.warn("a response was held unchecked: {}", cause(failed));
      return Policy.unchecked();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Policy.unchecked();
    } finally {
      verdict.cancel(true);
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

  private static String cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause == null) {
      return "unknown";
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
