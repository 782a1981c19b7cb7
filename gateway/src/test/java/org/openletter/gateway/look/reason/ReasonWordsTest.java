package org.openletter.gateway.look.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The words for what the screening and the settings of a thread say.
class ReasonWordsTest {

  @Test
  void advertisingNamesWhatWasSeen() {
    assertThat(label("advertising", Map.of("links", 1))).isEqualTo("advertising");
    assertThat(said("advertising", Map.of("links", 1, "words", List.of("buy now", "pills"))))
        .isEqualTo("Looks like advertising: 1 link and sales words (“buy now”, “pills”).");
    assertThat(said("advertising", Map.of("links", 0, "words", List.of("buy now"))))
        .isEqualTo("Looks like advertising: sales words (“buy now”).");
    assertThat(said("advertising", Map.of("links", 3, "words", List.of())))
        .isEqualTo("Looks like advertising: 3 links.");
    assertThat(said("advertising", Map.of("links", 0, "words", List.of())))
        .isEqualTo("Looks like advertising: a hidden link.");
  }

  @Test
  void repeatedSaysHowOften() {
    assertThat(label("repeated", Map.of("same", 2))).isEqualTo("same text again");
    assertThat(said("repeated", Map.of("same", 2, "similar", 0)))
        .isEqualTo("Same text as 2 other responses in the last 30 days.");
    assertThat(said("repeated", Map.of("same", 0, "similar", 1)))
        .isEqualTo("Nearly the same text as another response in the last 30 days.");
    assertThat(said("repeated", Map.of("same", 0, "similar", 1, "near", "name")))
        .isEqualTo("Nearly the same text as another response under this name, which is held.");
  }

  @Test
  void randomLettersSaysWhenTheNameIsRandomToo() {
    assertThat(label("random-letters", Map.of("name", true))).isEqualTo("random letters");
    assertThat(said("random-letters", Map.of("name", true)))
        .isEqualTo("The name and the text look like random letters.");
    assertThat(said("random-letters", Map.of("name", false)))
        .isEqualTo("The text looks like random letters.");
  }

  @Test
  void personalDataNamesItsKinds() {
    var kinds = Map.<String, Object>of("kinds", List.of("telephone-number", "e-mail-address"));
    assertThat(label("personal-data", kinds)).isEqualTo("telephone number");
    assertThat(label("personal-data", Map.of("kinds", List.of("e-mail-address"))))
        .isEqualTo("e-mail address");
    assertThat(said("personal-data", kinds))
        .isEqualTo(
            "Contains a telephone number and an e-mail address. We hold these so that nobody is"
                + " exposed.");
    assertThat(said("personal-data", Map.of("kinds", List.of("home-address", "bank-details"))))
        .startsWith("Contains a street address and bank or card details.");
  }

  @Test
  void offTopicIsKindAboutIt() {
    assertThat(said("off-topic", Map.of("about", "work")))
        .isEqualTo(
            "Somebody seems to be looking for work. Nothing is wrong with that, but this"
                + " conversation is about the letter.");
    assertThat(said("off-topic", Map.of("about", "help"))).contains("looking for help.");
  }

  @Test
  void firstCommentIsSaidOfTheResponseOrOfItsLink() {
    assertThat(label("first-comment", Map.of("first", "response"))).isEqualTo("first response");
    assertThat(label("first-comment", Map.of("first", "link"))).isEqualTo("first link");
    assertThat(said("first-comment", Map.of("first", "link"))).startsWith("Has a link, and");
    assertThat(said("first-comment", Map.of("first", "response"))).startsWith("A first response");
  }

  @Test
  void aReasonWithoutFactsIsWhatTheThreadSays() {
    assertThat(said("first-comment", Map.of()))
        .isEqualTo("First responses on this letter are read by its writer before they appear.");
    assertThat(said("personal-data", null)).startsWith("It seems to hold personal data");
    assertThat(ReasonWords.label("by-moderator", null)).isEqualTo("held by a person");
    assertThat(ReasonWords.label("screening-pending", null)).isEqualTo("not checked yet");
  }

  @Test
  void whatWasWordedBeforeIsShownAsItIs() {
    var stored = Map.<String, Object>of("label", "telephone number", "sentence", "Contains one.");
    assertThat(label("personal-data", stored)).isEqualTo("telephone number");
    assertThat(said("personal-data", stored)).isEqualTo("Contains one.");
  }

  @Test
  void aCodeOfTomorrowIsNoError() {
    assertThat(label("of-tomorrow", Map.of("x", 1))).isEqualTo("of tomorrow");
    assertThat(said("of-tomorrow", Map.of("x", 1))).isNull();
  }

  private static String label(String code, Map<String, Object> parameters) {
    return ReasonWords.label(code, parameters);
  }

  private static @org.jspecify.annotations.Nullable String said(
      String code, @org.jspecify.annotations.Nullable Map<String, Object> parameters) {
    return ReasonWords.sentence(code, parameters);
  }
}
