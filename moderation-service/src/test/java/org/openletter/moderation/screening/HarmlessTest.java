package org.openletter.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.screening.Verdict.Decision;

/// What must never be held for its content, in any clothes.
class HarmlessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I worked the streets for six years and I am proud of how I fed my son.",
        "We are whores, we are workers, and we vote.",
        "I sold my first film for 300 dollars and would do it again.",
        "This is naive. I expected more from you, and I will not sign.",
        "I used to buy pills on that corner. Your clinic is why I stopped.",
        "NOBODY ASKED US. NOT ONCE.",
        "My channel was deleted for a photo of my own shoulder.",
        "He told me \"buy now, cheap girls, call today\" as if we were melons at a market.",
        "When I was looking for a job after leaving, nobody would hire me.",
        "Where is the source for 70 %? In 2015-2019 it was 12,000 of 1,200,000.",
        "The hotline is 116 123 and it is free.",
        "I paid 1.500,00 € on 12.03.2019 and again on 2020-11-25 at 18:30.",
        "Ha ha ha ha",
        "hmmmm, not sure",
        "ok",
        "🌹🌹🌹",
        "Thank you x",
        "See you at polka dot night, I will be the one at table nine.",
        "Write to the committee: office@townhall.example",
        "The clinic at 14 Harbour Road closes in May."
      })
  void publishes(String text) {
    assertThat(Screened.text(text).reasons()).isEmpty();
    assertThat(Screened.text(text.toUpperCase(Locale.ROOT)).reasons()).isEmpty();
    assertThat(Screened.text("“" + text + "” she said.").reasons()).isEmpty();
    assertThat(Screened.text("> " + text).reasons()).isEmpty();
  }

  @Test
  void publishesALongText() {
    String paragraph =
        "I read your letter twice, once on the bus and once at the kitchen table, and the second"
            + " time I had to put it down. You are right about the rent and wrong about the police. ";

    Verdict verdict = Screened.text(paragraph.repeat(45));

    assertThat(paragraph.repeat(45).length()).isGreaterThan(7_000);
    assertThat(verdict.decision()).isEqualTo(Decision.PUBLISH);
  }

  @Test
  void publishesASupportiveLinkOfSomebodyKnown() {
    Verdict verdict =
        Screened.submission(
            aSubmission()
                .by("rosa")
                .established()
                .saying("I wrote about the same night: https://rosa.example/that-night"));

    assertThat(verdict.decision()).isEqualTo(Decision.PUBLISH);
  }
}
