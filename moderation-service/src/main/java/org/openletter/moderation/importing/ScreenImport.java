package org.openletter.moderation.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.repeat.Fingerprint;
import org.openletter.moderation.repeat.RepeatSignal;
import org.openletter.moderation.repeat.Repeats;
import org.openletter.moderation.repeat.RepeatsInMemory;
import org.openletter.moderation.screening.NotScreened;
import org.openletter.moderation.screening.ScreenComment;
import org.openletter.moderation.screening.TextSignals;
import org.openletter.moderation.screening.Verdict;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Screens the responses of an import. They are compared with each other and with what was sent
/// here in the last thirty days; nothing of the file is remembered but what is held as junk.
final class ScreenImport {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenImport.class);

  private final TextSignals signals;
  private final Repeats stored;

  /// Screens with these signals and this memory.
  ScreenImport(TextSignals signals, Repeats stored) {
    this.signals = signals;
    this.stored = stored;
  }

  Result screen(List<Submission> submissions) {
    RepeatsInMemory file = new RepeatsInMemory();
    RepeatSignal amongThemselves = new RepeatSignal(file);
    for (Submission submission : submissions) {
      amongThemselves.remember(submission, Views.of(submission.text()));
    }
    RepeatSignal everywhere = new RepeatSignal(new Both(file, stored));
    ScreenComment screen = new ScreenComment(signals.with(everywhere), (submission, views) -> {});
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    List<ImportItem> held = new ArrayList<>();
    RepeatSignal memory = new RepeatSignal(stored);
    for (Submission submission : submissions) {
      Verdict verdict = verdict(screen, submission);
      if (verdict == null) {
        continue;
      }
      verdicts.put(submission.id(), verdict);
      if (verdict.held()) {
        held.add(ImportItem.of(submission.id(), submission.name(), submission.text(), verdict));
      }
      if ("junk".equals(verdict.heldAs())) {
        memory.remember(submission, Views.of(submission.text()));
      }
    }
    holdNearRepeats(submissions, verdicts, held);
    return new Result(verdicts, Clusters.of(held));
  }

  // One text that cannot be looked at leaves the others their verdicts; it waits and is asked about
  // again.
  private static @Nullable Verdict verdict(ScreenComment screen, Submission submission) {
    try {
      return screen.screen(submission);
    } catch (NotScreened failed) {
      LOG.warn("a text of an import has no verdict: {}", failed.getMessage());
      return null;
    }
  }

  private static void holdNearRepeats(
      List<Submission> submissions, Map<String, Verdict> verdicts, List<ImportItem> held) {
    List<ImportItem> alone = List.copyOf(held);
    for (Submission submission : submissions) {
      Verdict verdict = verdicts.get(submission.id());
      if (verdict == null || verdict.held()) {
        continue;
      }
      ImportItem item =
          ImportItem.of(submission.id(), submission.name(), submission.text(), verdict);
      NearRepeats.of(item, alone)
          .ifPresent(repeat -> {
            verdicts.put(submission.id(), repeat);
            held.add(ImportItem.of(submission.id(), submission.name(), submission.text(), repeat));
          });
    }
  }

  /// Every response's verdict by its id, as far as there is one, and the clusters of the held ones.
  record Result(Map<String, Verdict> verdicts, List<Cluster> clusters) {}

  /// The file first, then everything else.
  private record Both(Repeats file, Repeats stored) implements Repeats {

    @Override
    public List<Fingerprint> alike(Fingerprint text, boolean imported) {
      List<Fingerprint> all = new ArrayList<>(file.alike(text, imported));
      all.addAll(stored.alike(text, imported));
      return all;
    }

    @Override
    public void remember(Fingerprint text, boolean imported) {
      throw new UnsupportedOperationException("An import remembers only its junk.");
    }
  }
}
