package org.openletter.moderation.seeking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Phrases;
import org.openletter.moderation.view.Phrases.Hit;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

/// Notices somebody who looks for work: a person in need, not a villain, who wrote in the wrong
/// place. Needs a wish for work, or two things that people say who offer theirs, and something
/// more: a request, a number. Who tells of her search as part of a story is not meant.
public final class SeekingSignal implements Signal {

  private static final double WORTH_SAYING = 0.25;

  private static final int SPANS = 20;

  private static final Set<String> HELP =
      Set.of("bursary", "bursaries", "scholarship", "fees", "sponsorship");

  private final Phrases seeking = Phrases.read(SeekingSignal.class, "seeking.txt");

  @Override
  public List<Finding> look(Submission submission, Views views) {
    Plea plea = Plea.of(seeking, views.words());
    return plea.score() < WORTH_SAYING ? List.of() : List.of(finding(plea, views));
  }

  private static Finding finding(Plea plea, Views views) {
    List<Hit> hits = new ArrayList<>(plea.wishes());
    hits.addAll(plea.trades());
    hits.addAll(plea.asks());
    List<Span> spans = hits.stream().map(hit -> views.span(hit.first(), hit.last())).toList();
    boolean help =
        !plea.wishes().isEmpty()
            && plea.wishes().stream().allMatch(hit -> HELP.contains(hit.last().text()));
    String what = help ? "help" : "work";
    return new Finding(
        Code.OFF_TOPIC,
        Head.OFF_TOPIC,
        plea.score(),
        Map.of("about", what),
        spans.subList(0, Math.min(SPANS, spans.size())));
  }
}
