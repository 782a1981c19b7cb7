package org.openletter.moderation.seeking;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.openletter.moderation.view.Word;

/// Notices somebody who looks for work: a person in need, not a villain, who wrote in the wrong
/// place. Needs the wish and a request for an answer in a short text; who tells of her search for
/// work as part of a story is not meant.
public final class SeekingSignal implements Signal {

  /// A longer text has something else to say as well.
  private static final int SHORT = 60;

  private static final Set<String> STORY =
      Set.of(
          "was", "were", "had", "when", "remember", "used", "after", "letter", "article", "wrote");

  private final Phrases seeking = Phrases.read(SeekingSignal.class, "seeking.txt");

  @Override
  public List<Finding> look(Submission submission, Views views) {
    List<Hit> hits = seeking.in(views.words()).stream().filter(hit -> !hit.quoted()).toList();
    Map<String, Double> strongest = new HashMap<>();
    double wish = 0;
    double ask = 0;
    for (Hit hit : hits) {
      // Each beginning counts once: "looking for a job" matches more than one pattern.
      String beginning = hit.phrase().family() + hit.first().start();
      double more = hit.phrase().weight() - strongest.getOrDefault(beginning, 0.0);
      if (more > 0) {
        strongest.merge(beginning, more, Double::sum);
        if (hit.phrase().family().equals("ask")) {
          ask += more;
        } else {
          wish += more;
        }
      }
    }
    if (wish < 0.25) {
      return List.of();
    }
    double score = Math.min(0.55, wish) + Math.min(0.4, ask) - story(views.words());
    return score < 0.25 ? List.of() : List.of(finding(score, hits, views));
  }

  private static double story(List<Word> words) {
    long signs = words.stream().filter(word -> STORY.contains(word.text())).count();
    double longer = words.size() > SHORT ? 0.3 : 0;
    return Math.min(0.4, signs * 0.1) + longer;
  }

  private static Finding finding(double score, List<Hit> hits, Views views) {
    List<Span> spans = new ArrayList<>();
    for (Hit hit : hits) {
      spans.add(views.span(hit.first(), hit.last()));
    }
    boolean help = hits.stream().anyMatch(hit -> hit.phrase().family().equals("help"));
    boolean work = hits.stream().anyMatch(hit -> hit.phrase().family().equals("work"));
    String what = work || !help ? "work" : "help";
    return new Finding(
        Code.OFF_TOPIC,
        Head.OFF_TOPIC,
        score,
        "Somebody seems to be looking for "
            + what
            + ". Nothing is wrong with that, but this conversation is about the letter.",
        Map.of("about", what),
        spans.subList(0, Math.min(20, spans.size())));
  }
}
