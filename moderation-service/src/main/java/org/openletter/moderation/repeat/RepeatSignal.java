package org.openletter.moderation.repeat;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

/// Holds the same text when it is sent again, and counts a similar one as evidence. People do write
/// "Love this" twice, and strangers thank in the same words: the shorter a text is, the more often
/// it has to come, and what strangers share must be long to count alone.
public final class RepeatSignal implements Signal {

  /// Two texts with this share of equal parts are the same text, slightly changed.
  private static final double ALIKE = 0.7;

  private static final double ALONE = 0.6;
  private static final double EVIDENCE = 0.25;

  private final Repeats repeats;

  /// A signal that asks this memory.
  public RepeatSignal(Repeats repeats) {
    this.repeats = repeats;
  }

  @Override
  public List<Finding> look(Submission submission, Views views) {
    if (views.words().isEmpty()) {
      return List.of();
    }
    Fingerprint text = Fingerprint.of(submission, views);
    Counts counts = new Counts();
    for (Fingerprint other : repeats.alike(text, submission.imported())) {
      counts.add(text, other);
    }
    double score = counts.score(text.length());
    if (score == 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            Code.REPEATED,
            Head.SPAM,
            score,
            Map.of("same", counts.same(), "similar", counts.similar),
            List.of(new Span(0, views.raw().codePointCount(0, views.raw().length())))));
  }

  /// Keeps the text, so that it is recognised when it comes again.
  public void remember(Submission submission, Views views) {
    if (!views.words().isEmpty()) {
      repeats.remember(Fingerprint.of(submission, views), submission.imported());
    }
  }

  private static final class Counts {

    private int sameWriterHere;
    private int sameWriterElsewhere;
    private int sameByOthers;
    private int similar;

    void add(Fingerprint text, Fingerprint other) {
      double likeness = text.likeness(other);
      boolean writer = text.writer().equals(other.writer());
      boolean here = text.letterId().equals(other.letterId());
      if (likeness == 1) {
        sameWriterHere += writer && here ? 1 : 0;
        sameWriterElsewhere += writer && !here ? 1 : 0;
        sameByOthers += writer ? 0 : 1;
      } else if (likeness >= ALIKE && (!here || !writer)) {
        similar++;
      }
    }

    int same() {
      return sameWriterHere + sameWriterElsewhere + sameByOthers;
    }

    double score(int length) {
      if (length < Fingerprint.SHORT) {
        int own = sameWriterHere + sameWriterElsewhere;
        return own >= 2 ? ALONE : 0;
      }
      boolean own = sameWriterElsewhere >= 1 || sameWriterHere >= 2;
      boolean others = length >= 80 && sameByOthers >= 1 || length >= 40 && sameByOthers >= 2;
      if (own || others) {
        return ALONE;
      }
      return Math.min(0.45, same() * EVIDENCE + similar * EVIDENCE);
    }
  }
}
