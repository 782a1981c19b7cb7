package org.openletter.moderation.advertising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openletter.moderation.advertising.Links.Link;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Phrases;
import org.openletter.moderation.view.Phrases.Hit;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

/// Holds advertising: links together with what sellers say. A link alone is none, and neither are
/// words about work or money without one, unless several sellers' phrases come together.
public final class AdvertisingSignal implements Signal {

  private static final int SPANS = 20;

  /// So many of the sellers' words are quoted.
  private static final int WORDS = 4;

  private final Phrases sales = Phrases.read(AdvertisingSignal.class, "sales.txt");

  @Override
  public List<Finding> look(Submission submission, Views views) {
    Links links = Links.of(views);
    Offer offer = Offer.of(sales.in(views.words()));
    double ways = ways(links, views);
    double score = offer.weight() + ways;
    if (!links.any() && !links.markup() && !links.contact()) {
      // Without any way to buy, words must be plain: people speak of prices and pills, too.
      score = offer.plain() ? offer.weight() * 0.85 : 0;
    }
    if (submission.approvedBefore()) {
      score -= 0.2;
    }
    if (score < 0.2) {
      return List.of();
    }
    return List.of(finding(score, links, offer, views));
  }

  /// How much the ways out of this page say: links, and how they were put in.
  private static double ways(Links links, Views views) {
    double weight = links.any() ? 0.25 : 0;
    if (links.links().size() > 1) {
      weight += 0.1;
    }
    if (links.links().size() > links.hosts()) {
      weight += 0.05;
    }
    if (links.markup()) {
      weight += 0.3;
    }
    if (links.disguised()) {
      weight += 0.15;
    }
    if (links.contact() && !links.any()) {
      weight += 0.15;
    }
    if (views.hidden() > 0) {
      weight += 0.1;
    }
    return Math.min(0.7, weight);
  }

  private static Finding finding(double score, Links links, Offer offer, Views views) {
    List<Span> spans = new ArrayList<>();
    for (Link link : links.links()) {
      spans.add(views.folded().span(link.start(), link.end()));
    }
    for (Hit hit : offer.hits()) {
      spans.add(views.span(hit.first(), hit.last()));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("links", links.links().size());
    parameters.put("words", offer.phrases().stream().limit(WORDS).toList());
    parameters.put("about", offer.family());
    return new Finding(
        Code.ADVERTISING,
        Head.SPAM,
        score,
        parameters,
        spans.subList(0, Math.min(SPANS, spans.size())));
  }
}
