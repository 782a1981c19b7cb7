package org.openletter.gateway.look.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words for what belongs together in an imported file.
class ClusterWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pharmacy  | true  | Pharmacy links
          pharmacy  | false | Pharmacy offers
          money     | true  | Money links
          betting   | true  | Betting links
          meeting   | false | Dating offers
          prize     | true  | Prize links
          services  | false | Service offers
          promotion | true  | Somebody's own page
          praise    | false | Praise that fits every page
          tomorrow  | true  | Advertising links
          tomorrow  | false | Advertising
          """,
      quoteCharacter = '"')
  void advertisingNamesWhatIsOffered(String about, boolean links, String words) {
    assertThat(name("advertising", Map.of("about", about, "links", links))).isEqualTo(words);
  }

  @Test
  void advertisingWithoutGoodsSaysWhetherItHasLinks() {
    assertThat(name("advertising", Map.of("links", true))).isEqualTo("Advertising links");
    assertThat(name("advertising", Map.of("links", false))).isEqualTo("Advertising");
    assertThat(name("advertising", Map.of("about", "praise")))
        .isEqualTo("Praise that fits every page");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          telephone-number | A telephone number | a telephone number
          e-mail-address   | An e-mail address  | an e-mail address
          bank-details     | Bank details       | bank details
          identity-number  | An identity number | an identity number
          home-address     | A home address     | a home address
          legal-name       | A legal name       | a legal name
          of-tomorrow      | Personal data      | personal data
          """)
  void personalDataNamesItsKind(String kind, String alone, String after) {
    assertThat(name("personal-data", Map.of("kinds", List.of(kind)))).isEqualTo(alone);
    assertThat(name("off-topic", Map.of("about", "work", "kinds", List.of(kind))))
        .isEqualTo("Somebody looking for work, with " + after);
  }

  @Test
  void theOtherKindsHaveTheirWords() {
    assertThat(name("random-letters", Map.of("name", true)))
        .isEqualTo("Random letters in name and text");
    assertThat(name("random-letters", Map.of("name", false))).isEqualTo("Random letters");
    assertThat(name("off-topic", Map.of("about", "help"))).isEqualTo("Somebody looking for help");
    assertThat(name("off-topic", Map.of("about", "work"))).isEqualTo("Somebody looking for work");
    assertThat(name("repeated", Map.of())).isEqualTo("The same text again");
    assertThat(name("screening-pending", Map.of())).isEqualTo("Not checked yet");
  }

  @Test
  void aBondSaysWhatTheyShare() {
    assertThat(ClusterWords.bond("same-text", Map.of("times", 2))).isEqualTo("same text twice");
    assertThat(ClusterWords.bond("same-text", Map.of("times", 5))).isEqualTo("same text 5 times");
    assertThat(ClusterWords.bond("accounts", Map.of("names", 4))).isEqualTo("4 accounts");
  }

  @Test
  void whatWasWordedBeforeIsShownAsItIs() {
    var stored = Map.<String, Object>of("label", "Pharmacy links");
    assertThat(name("alike", stored)).isEqualTo("Pharmacy links");
    assertThat(ClusterWords.bond("alike", stored)).isEqualTo("Pharmacy links");
  }

  @Test
  void aCodeOfTomorrowIsNoError() {
    assertThat(name("of-tomorrow", Map.of("x", 1))).isEqualTo("Responses that look alike");
    assertThat(ClusterWords.bond("of-tomorrow", Map.of("x", 1))).isNull();
    assertThat(ClusterWords.name("alike", null)).isEqualTo("Responses that look alike");
  }

  private static String name(String code, Map<String, Object> parameters) {
    return ClusterWords.name(code, parameters);
  }
}
