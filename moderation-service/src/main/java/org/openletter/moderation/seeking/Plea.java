package org.openletter.moderation.seeking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.openletter.moderation.view.Phrases;
import org.openletter.moderation.view.Phrases.Hit;
import org.openletter.moderation.view.Word;

/// What in a text speaks for somebody who looks for work or help, and what against it.
///
/// @param wishes a want with a job close behind it, that is not denied
/// @param trades what she can do or has
/// @param score 0 to 1, not yet compared with anything
record Plea(List<Hit> wishes, List<Hit> trades, List<Hit> asks, double score) {

  /// A longer text has something else to say as well.
  private static final int SHORT = 60;

  /// Between a want and its job stand at most so many chars: "a good and honest".
  private static final int NEAR = 30;

  /// A denial this close before a want turns it around.
  private static final int DENIED = 12;

  private static final int MOST_WANTS = 50;

  /// So many digits are a number to call.
  private static final int NUMBER = 7;

  static Plea of(Phrases phrases, List<Word> words) {
    List<Hit> hits = phrases.in(words).stream().filter(hit -> !hit.quoted()).toList();
    TreeMap<Integer, Hit> jobs = new TreeMap<>();
    family(hits, "job").forEach(job -> jobs.put(job.first().start(), job));
    TreeMap<Integer, Hit> denials = new TreeMap<>();
    family(hits, "not").forEach(denial -> denials.put(denial.last().end(), denial));
    List<Hit> wishes = new ArrayList<>();
    // Nobody needs fifty wishes to be understood, and each looks through the words once.
    for (Hit want : family(hits, "want").stream().limit(MOST_WANTS).toList()) {
      var job = jobs.ceilingEntry(want.last().end());
      var denial = denials.floorEntry(want.first().start());
      boolean near = job != null && job.getKey() - want.last().end() <= NEAR;
      boolean denied = denial != null && want.first().start() - denial.getKey() <= DENIED;
      if (near && !denied && !aVerbBetween(words, want, job.getValue())) {
        wishes.add(new Hit(want.phrase(), want.first(), job.getValue().last()));
      }
    }
    List<Hit> trades = family(hits, "trade");
    List<Hit> asks = family(hits, "ask");
    return new Plea(wishes, trades, asks, score(wishes, trades, asks, hits, words));
  }

  /// "I want to work" is no "I want work".
  private static boolean aVerbBetween(List<Word> words, Hit want, Hit job) {
    return words.stream()
        .filter(w -> w.start() >= want.last().end() && w.end() <= job.first().start())
        .anyMatch(w -> Set.of("to", "that", "who", "you", "your", "how", "why").contains(w.text()));
  }

  private static double score(
      List<Hit> wishes, List<Hit> trades, List<Hit> asks, List<Hit> hits, List<Word> words) {
    if (wishes.isEmpty() && trades.size() < 2) {
      return 0;
    }
    double score = wishes.isEmpty() ? 0 : 0.35;
    score += Math.min(0.4, trades.size() * 0.2);
    score += asks.isEmpty() ? 0 : Math.min(0.3, 0.1 + asks.size() * 0.1);
    score += asks.isEmpty() && !family(hits, "polite").isEmpty() ? 0.1 : 0;
    score += canBeCalled(words) ? 0.2 : 0;
    score -= Math.min(0.4, family(hits, "story").size() * 0.1);
    return words.size() > SHORT ? score - 0.3 : score;
  }

  private static boolean canBeCalled(List<Word> words) {
    int digits = 0;
    for (Word word : words) {
      digits = word.number() ? digits + word.text().length() : 0;
      if (digits >= NUMBER) {
        return true;
      }
    }
    return false;
  }

  private static List<Hit> family(List<Hit> hits, String family) {
    return hits.stream().filter(hit -> hit.phrase().family().equals(family)).toList();
  }
}
