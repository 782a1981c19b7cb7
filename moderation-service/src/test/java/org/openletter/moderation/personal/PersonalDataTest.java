package org.openletter.moderation.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

class PersonalDataTest {

  private static final PersonalData DATA = new PersonalData();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my number is 0835550147                     | my number is ●●●●●●0147
          Call 083 555 0147 tonight                   | Call ●●● ●●● 0147 tonight
          083-555 01 47                               | ●●●-●●● 01 47
          0 8 3 5 5 5 0 1 4 7                         | ● ● ● ● ● ● 0 1 4 7
          +27 (83) 555-0147                           | +●● (●●) ●●●-0147
          (212) 555-0147                              | (●●●) ●●●-0147
          ring 555 0142                               | ring ●●● 0142
          ０８３５５５０１４７ is my cell             | ●●●●●●０１４７ is my cell
          write rosa.luna@mail.example                | write ●●●@●●●
          rosa at mail dot example                    | ●●●@●●●
          rosa (at) gmail                             | ●●●@●●●
          DE89 3704 0044 0532 0130 00                 | ●●●● ●●●● ●●●● ●●●● ●●30 00
          card 4111 1111 1111 1111                    | card ●●●● ●●●● ●●●● 1111
          ssn 078-05-1120                             | ssn ●●●-●●-1120
          she lives at 14 Alder Close, Northfield     | she lives at ●●●, Northfield
          her address: Lindenstraße 5                 | her address: ●●●
          Her real name is Anna Maria Example         | Her real name is ●●●
          oh eight three five five five oh one four   | ●●●
          """)
  void coversWhatWouldExposeAPerson(String text, String covered) {
    assertThat(DATA.masked(text)).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Samaritans are on 116 123, free, any time.",
        "The helpline is 0800 555 0123.",
        "Legal help for workers: 021 555 0123, the office opens at nine.",
        "It was 12.03.2019 and then 2020-11-25.",
        "1990 1995 2001",
        "between 2015-2019",
        "We are 1,200,000 people and it cost $1200000.",
        "It cost 12 000 000 rand.",
        "See page 123 of ISBN 978-3-16-148410-0",
        "https://news.example/2020/11/25/1234567890",
        "info@townhall.example",
        "look at polka dot dresses",
        "The shop at 14 Harbour Road was sold.",
        "Real name policies are dangerous.",
        "I have 3 daughters and 2 sons",
        "one two three four five"
      })
  void leavesWhatExposesNobody(String text) {
    assertThat(DATA.masked(text)).isEqualTo(text);
  }

  @Test
  void pointsAtCodePointsOfTheText() {
    String text = "🌹🌹 083 555 0147";

    Finding finding = look(text).getFirst();

    assertThat(finding.spans()).containsExactly(new Span(3, 15));
    assertThat(finding.parameters()).containsEntry("kinds", List.of("telephone-number"));
  }

  @Test
  void coversAllOfMany() {
    String text = "call 083 555 0147 ".repeat(300);

    assertThat(DATA.masked(text)).doesNotContain("083");
  }

  private static List<Finding> look(String text) {
    return new PersonalDataSignal(DATA).look(aSubmission().saying(text), Views.of(text));
  }
}
