package org.openletter.moderation.advertising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openletter.moderation.view.Phrases.Hit;

/// What a text offers, as far as sellers' phrases tell.
///
/// @param hits the phrases in order, without those inside a weightier one
/// @param phrases the same as words, each once
/// @param weight their weights together, each once, at most 1; quoted ones count half
/// @param family what most of the weight speaks of, empty when there is nothing
record Offer(List<Hit> hits, Set<String> phrases, double weight, String family) {

  static Offer of(List<Hit> all) {
    List<Hit> hits = longest(all);
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> families = new HashMap<>();
    Set<String> phrases = new LinkedHashSet<>();
    for (Hit hit : hits) {
      double weight = hit.quoted() ? hit.phrase().weight() / 2 : hit.phrase().weight();
      String text = hit.phrase().text();
      double before = weights.getOrDefault(text, 0.0);
      if (weight > before) {
        weights.put(text, weight);
        families.merge(hit.phrase().family(), weight - before, Double::sum);
      }
      phrases.add(text);
    }
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    return new Offer(hits, phrases, Math.min(1, sum), strongest(families));
  }

  /// Whether it is plain without a link: two phrases, or one that says it all.
  boolean plain() {
    return phrases.size() > 1 || weight >= 0.6;
  }

  /// "buy now" is one phrase, not also "buy". Hits come in the order of their first words, so one
  /// look at the previous one is enough.
  private static List<Hit> longest(List<Hit> all) {
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : all) {
      Hit previous = kept.isEmpty() ? null : kept.getLast();
      if (previous != null && hit.first().start() <= previous.last().start()) {
        if (saysMore(hit, previous)) {
          kept.set(kept.size() - 1, hit);
        }
      } else {
        kept.add(hit);
      }
    }
    return kept;
  }

  private static boolean saysMore(Hit hit, Hit other) {
    int weight = Double.compare(hit.phrase().weight(), other.phrase().weight());
    return weight > 0 || weight == 0 && length(hit) > length(other);
  }

  private static int length(Hit hit) {
    return hit.last().end() - hit.first().start();
  }

  private static String strongest(Map<String, Double> families) {
    // Shops sell everything, so another family says more.
    return families.entrySet().stream()
        .max((a, b) ->
            Double.compare(
                a.getKey().equals("shop") ? a.getValue() / 4 : a.getValue(),
                b.getKey().equals("shop") ? b.getValue() / 4 : b.getValue()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
