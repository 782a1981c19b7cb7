package org.openletter.moderation.advertising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

class AdvertisingSignalTest {

  private static final double HELD = 0.5;

  private static final AdvertisingSignal SIGNAL = new AdvertisingSignal();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Buy Tramadol online http://pills.example",
        "no prescription needed, order online at pills[.]example",
        "cheap pills, discount, hxxp://pills.example",
        "free shipping and best prices at pills dot com",
        "Great offer <a href=\"http://pills.example\">here</a> order now",
        "[url=http://x.example]loans[/url] apply now",
        "Please subscribe to my channel",
        "b\u200Buy p\u200Bills o\u200Bnline www.pills.example"
      })
  void tellsAdvertising(String text) {
    assertThat(score(text)).isGreaterThanOrEqualTo(HELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://library.example/report",
        "I bought the book here: http://books.example and it was cheap",
        "I subscribe to what you say.",
        "You can order the book at every library.",
        "Read this: http://one.example and http://two.example",
        "The pills were not the problem. The price was.",
        "Sign up for the union.",
        "the end.In the morning we left.So did they."
      })
  void leavesTalkAlone(String text) {
    assertThat(score(text)).isLessThan(HELD);
  }

  @Test
  void countsQuotedSalesTalkHalf() {
    String said = "Buy now, free shipping, discount: www.pills.example";

    assertThat(score("They wrote “" + said + "” to me")).isLessThan(score(said));
  }

  @Test
  void forgivesThePeopleOneKnows() {
    String text = "Check out this video http://video.example and my blog";
    double stranger = score(text);

    double known =
        SIGNAL.look(aSubmission().established().saying(text), Views.of(text)).stream()
            .mapToDouble(Finding::score)
            .findFirst()
            .orElse(0);

    assertThat(stranger).isGreaterThanOrEqualTo(HELD);
    assertThat(known).isLessThan(HELD);
  }

  @Test
  void saysWhatItSaw() {
    String text = "🌹 Buy now: http://pills.example";

    Finding finding = SIGNAL.look(aSubmission().saying(text), Views.of(text)).getFirst();

    assertThat(finding.parameters())
        .containsEntry("links", 1)
        .containsEntry("words", List.of("buy now", "pills"));
    assertThat(finding.spans()).contains(new Span(11, 31), new Span(2, 9));
  }

  private static double score(String text) {
    return SIGNAL.look(aSubmission().saying(text), Views.of(text)).stream()
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }
}
